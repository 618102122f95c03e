package io.atmoshub.server.operations;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/// How long something took, each time: a histogram as Prometheus knows it.
public final class Durations {
    private static final double[] BOUNDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};

    /// One for each bound and one for what took longer.
    private final LongAdder[] counts =
            Stream.generate(LongAdder::new).limit(BOUNDS.length + 1L).toArray(LongAdder[]::new);

    private final LongAdder nanos = new LongAdder();

    public void took(Duration time) {
        int place = Arrays.binarySearch(BOUNDS, time.toNanos() / 1e9);
        counts[place < 0 ? -place - 1 : place].increment();
        nanos.add(time.toNanos());
    }

    /// Each bucket counts what the ones before it count, too.
    void print(String name, StringBuilder text) {
        long count = 0;
        for (int i = 0; i < counts.length; i++) {
            count += counts[i].sum();
            String bound = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
            text.append("%s_bucket{le=\"%s\"} %d\n".formatted(name, bound, count));
        }
        text.append(name).append("_sum ").append(nanos.sum() / 1e9).append('\n');
        text.append(name).append("_count ").append(count).append('\n');
    }
}
