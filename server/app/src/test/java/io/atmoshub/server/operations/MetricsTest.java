package io.atmoshub.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Metrics metrics = new Metrics();

    @Test
    void eachNumberSaysWhatItIs() {
        metrics.counter("answers_total", "Answers given.").add(3);
        metrics.gauge("sleepers", "Who sleeps.", () -> 0.5);

        assertThat(metrics.text()).isEqualTo("""
                # HELP answers_total Answers given.
                # TYPE answers_total counter
                answers_total 3
                # HELP sleepers Who sleeps.
                # TYPE sleepers gauge
                sleepers 0.5
                """);
    }

    @Test
    void aNumberThatCannotBeHadHidesNoOther() {
        metrics.gauge("away", "Not there now.", () -> {
            throw new IllegalStateException("away");
        });
        metrics.gauge("there", "There.", () -> 1);

        assertThat(metrics.text()).contains("\naway NaN\n").contains("\nthere 1\n");
    }

    @Test
    void aHistogramCountsEachTimeInItsBucketAndAllLargerOnes() {
        Durations times = metrics.durations("work_seconds", "Work.");
        times.took(Duration.ofMillis(1));
        times.took(Duration.ofMillis(4));
        times.took(Duration.ofSeconds(30));

        assertThat(metrics.text())
                .contains("# TYPE work_seconds histogram\n")
                .contains("work_seconds_bucket{le=\"0.001\"} 1\n")
                .contains("work_seconds_bucket{le=\"0.0025\"} 1\n")
                .contains("work_seconds_bucket{le=\"0.005\"} 2\n")
                .contains("work_seconds_bucket{le=\"10.0\"} 2\n")
                .contains("work_seconds_bucket{le=\"+Inf\"} 3\n")
                .contains("work_seconds_sum 30.005\n")
                .contains("work_seconds_count 3\n");
    }
}
