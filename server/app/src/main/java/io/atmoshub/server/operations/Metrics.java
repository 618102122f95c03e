package io.atmoshub.server.operations;

import io.atmoshub.server.wiring.Service;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;

/// The numbers of this node, in the text form that Prometheus reads. A feature registers its own.
@Service
public class Metrics {
    private record Metric(String type, String help, BiConsumer<String, StringBuilder> values) {
        static Metric single(String type, String help, DoubleSupplier value) {
            return new Metric(
                    type,
                    help,
                    (name, text) ->
                            text.append(name).append(' ').append(number(value)).append('\n'));
        }
    }

    private final Map<String, Metric> metrics = new ConcurrentSkipListMap<>();

    /// What goes up and down. The value is asked for with each scrape, so it must be quick to have.
    public void gauge(String name, String help, DoubleSupplier value) {
        metrics.put(name, Metric.single("gauge", help, value));
    }

    /// What only grows.
    public LongAdder counter(String name, String help) {
        LongAdder adder = new LongAdder();
        metrics.put(name, Metric.single("counter", help, adder::doubleValue));
        return adder;
    }

    /// What takes time.
    public Durations durations(String name, String help) {
        var durations = new Durations();
        metrics.put(name, new Metric("histogram", help, durations::print));
        return durations;
    }

    String text() {
        var text = new StringBuilder();
        metrics.forEach((name, metric) -> {
            text.append("# HELP %s %s\n# TYPE %s %s\n".formatted(name, metric.help(), name, metric.type()));
            metric.values().accept(name, text);
        });
        return text.toString();
    }

    /// One number that can't be had, as when the database is away, hides no other.
    private static String number(DoubleSupplier value) {
        try {
            double number = value.getAsDouble();
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? Long.toString((long) number)
                    : Double.toString(number);
        } catch (RuntimeException e) {
            return "NaN";
        }
    }
}
