package io.atmoshub.assistant.compaction;

import io.atmoshub.assistant.settings.AiKeys;
import io.atmoshub.project.Config;
import io.atmoshub.project.ProjectException;

/// When the history of a session is shortened, and how much of it.
///
/// @param most how many messages are a full history
/// @param trigger how full it has to be, as a part of 1
/// @param ratio how much of it is shortened, the oldest first, as a part of 1
/// @param recent how many of the latest messages stay
/// @param byModel whether a model sums up; otherwise it is told what was left out
public record CompactionSettings(boolean enabled, int most, double trigger, double ratio, int recent, boolean byModel) {
    public static final CompactionSettings USUAL = of(AiKeys.none());

    public CompactionSettings {
        if (most < 1 || !(trigger > 0 && trigger <= 1) || !(ratio > 0 && ratio <= 1) || recent < 0) {
            throw new IllegalArgumentException("%d, %f, %f, %d".formatted(most, trigger, ratio, recent));
        }
    }

    /// @throws ProjectException when a key is set to what makes no sense
    public static CompactionSettings of(AiKeys keys) {
        return new CompactionSettings(
                keys.flag(false, "sessions", "auto_compact", "enabled"),
                whole(keys, 50, 1, "sessions", "max_history_messages"),
                part(keys, 0.75, "sessions", "auto_compact", "trigger_threshold"),
                part(keys, 0.4, "sessions", "auto_compact", "compact_ratio"),
                whole(keys, 10, 0, "sessions", "auto_compact", "preserve_recent"),
                keys.flag(true, "sessions", "auto_compact", "use_ai_summary"));
    }

    private static int whole(AiKeys keys, int otherwise, int least, String... key) {
        long value = keys.number(key).orElse((long) otherwise);
        if (value < least || value > 100_000) {
            throw wrong(keys, String.valueOf(value), "Set it to a number from %d to 100000.".formatted(least), key);
        }
        return (int) value;
    }

    private static double part(AiKeys keys, double otherwise, String... key) {
        String written = keys.text(key).orElse(String.valueOf(otherwise));
        try {
            double value = Double.parseDouble(written);
            if (value > 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw wrong(keys, written, "Set it to a part of 1, such as 0.75.", key);
    }

    private static ProjectException wrong(AiKeys keys, String value, String hint, String... key) {
        return new ProjectException(
                "%s: %s is \"%s\".".formatted(Config.words(keys.origin(key)), String.join(".", key), value), hint);
    }
}
