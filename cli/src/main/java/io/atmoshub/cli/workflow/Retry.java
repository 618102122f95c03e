package io.atmoshub.cli.workflow;

import io.atmoshub.cli.Failure;
import io.atmoshub.project.yaml.YamlMapping;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How often a step is tried, and how long the pauses between are.
record Retry(
        int attempts,
        Duration first,
        Duration longest,
        Duration all,
        String strategy,
        double multiplier,
        double jitter) {
    static final Retry ONCE = new Retry(1, Duration.ZERO, Duration.ofHours(1), Duration.ofDays(1), "constant", 1, 0);

    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ms|us|ns|s|m|h)");

    static Retry of(YamlMapping written) {
        String strategy = Workflow.text(written, "backoff_strategy").orElse("exponential");
        return new Retry(
                (int) Math.clamp(number(written, "max_attempts").orElse(3.0), 1, 1000),
                duration(written, "initial_delay").orElse(Duration.ofSeconds(5)),
                duration(written, "max_delay").orElse(Duration.ofSeconds(30)),
                duration(written, "max_elapsed_time").orElse(Duration.ofMinutes(30)),
                strategy,
                number(written, "multiplier").orElse(2.0),
                Math.clamp(number(written, "random_jitter").orElse(0.0), 0, 1));
    }

    /// The pause after this attempt, counted from 1.
    Duration pause(int attempt, double chance) {
        double factor =
                switch (strategy) {
                    case "constant" -> 1;
                    case "linear" -> attempt;
                    default -> Math.pow(multiplier, attempt - 1.0);
                };
        double millis = Math.min(first.toMillis() * factor, (double) longest.toMillis());
        return Duration.ofMillis(Math.round(millis * (1 + jitter * (2 * chance - 1))));
    }

    private static Optional<Double> number(YamlMapping written, String key) {
        return Workflow.text(written, key).map(text -> {
            try {
                return Double.valueOf(text);
            } catch (NumberFormatException e) {
                throw Failure.of(
                        "%s: retry.%s is \"%s\", which is no number.".formatted(written.origin(), key, text),
                        "Set it to a number.");
            }
        });
    }

    /// As Go writes durations: `1m30s`, `250ms`.
    private static Optional<Duration> duration(YamlMapping written, String key) {
        return Workflow.text(written, key).map(text -> {
            Matcher part = PART.matcher(text);
            double nanos = 0;
            int end = 0;
            while (part.find() && part.start() == end) {
                nanos += Double.parseDouble(part.group(1))
                        * switch (part.group(2)) {
                            case "ns" -> 1;
                            case "us" -> 1e3;
                            case "ms" -> 1e6;
                            case "s" -> 1e9;
                            case "m" -> 60e9;
                            default -> 3600e9;
                        };
                end = part.end();
            }
            if (end != text.length() || end == 0) {
                throw Failure.of(
                        "%s: retry.%s is \"%s\", which is no duration.".formatted(written.origin(), key, text),
                        "Write it like 10s, 1m30s or 250ms.");
            }
            return Duration.ofNanos(Math.round(nanos));
        });
    }
}
