package io.atmoshub.server.operations;

import io.atmoshub.server.wiring.Service;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/// The numbers of this node, in the text form that Prometheus reads. A feature registers its own.
@Service
public class Metrics {
    private record Metric(String type, String help, DoubleSupplier value) {}

    private final Map<String, Metric> metrics = new ConcurrentSkipListMap<>();

    /// What goes up and down. The value is asked for with each scrape, so it must be quick to have.
    public void gauge(String name, String help, DoubleSupplier value) {
        metrics.put(name, new Metric("gauge", help, value));
    }

    /// What only grows.
    public LongAdder counter(String name, String help) {
        LongAdder adder = new LongAdder();
        metrics.put(name, new Metric("counter", help, adder::doubleValue));
        return adder;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        metrics.forEach((name, metric) -> {
            text.append("# HELP ")
                    .append(name)
                    .append(' ')
                    .append(metric.help())
                    .append('\n');
            text.append("# TYPE ")
                    .append(name)
                    .append(' ')
                    .append(metric.type())
                    .append('\n');
            text.append(name).append(' ').append(number(metric.value())).append('\n');
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
