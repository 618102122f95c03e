package io.atmoshub.project;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How Go templates in stack manifests are rendered.
///
/// @param evaluations how often the result is rendered again
/// @param delimiters left and right, or none for the usual ones
/// @param datasources Gomplate's, as they are written
/// @param environment variables that templates see besides the real ones
/// @param settings `templates.settings` as it is written, for what a component lays over it
public record TemplatesConfig(
        boolean enabled,
        int evaluations,
        List<String> delimiters,
        boolean sprig,
        boolean gomplate,
        Duration timeout,
        Map<String, @Nullable Object> datasources,
        Map<String, String> environment,
        Map<String, @Nullable Object> settings) {
    static TemplatesConfig of(Config config) {
        var environment = new LinkedHashMap<String, String>();
        config.section("templates", "settings", "env")
                .forEach((name, value) -> environment.put(name, String.valueOf(value)));
        List<String> delimiters = config.texts("templates", "settings", "delimiters");
        if (delimiters.size() == 1 || delimiters.size() > 2) {
            throw new ProjectException(
                    config.origin("templates", "settings", "delimiters"),
                    "templates.settings.delimiters has %d entries.".formatted(delimiters.size()),
                    "Give the left and the right one, such as: [\"{{\", \"}}\"]");
        }
        return new TemplatesConfig(
                config.flag(false, "templates", "settings", "enabled"),
                Math.clamp(config.number("templates", "settings", "evaluations").orElse(1L), 1, 100),
                delimiters,
                config.flag(false, "templates", "settings", "sprig", "enabled"),
                config.flag(false, "templates", "settings", "gomplate", "enabled"),
                Duration.ofSeconds(Math.clamp(
                        config.number("templates", "settings", "gomplate", "timeout")
                                .orElse(5L),
                        1,
                        600)),
                config.section("templates", "settings", "gomplate", "datasources"),
                environment,
                config.section("templates", "settings"));
    }
}
