package io.atmoshub.assistant.settings;

import io.atmoshub.project.Config;
import io.atmoshub.project.yaml.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The keys of the assistant in a project's configuration: under `settings.ai`, or under `ai` at the top. Where both
/// set one, the first counts.
public record AiKeys(Config config) {
    public static AiKeys none() {
        return new AiKeys(Config.empty());
    }

    public Optional<String> text(String... path) {
        return config.text(set(path)).map(String::strip).filter(text -> !text.isEmpty());
    }

    public boolean flag(boolean otherwise, String... path) {
        return config.flag(otherwise, set(path));
    }

    public Optional<Long> number(String... path) {
        return config.number(set(path));
    }

    public List<String> texts(String... path) {
        return config.texts(set(path));
    }

    public Map<String, @Nullable Object> section(String... path) {
        return config.section(set(path));
    }

    public Origin origin(String... path) {
        return config.origin(set(path));
    }

    private String[] set(String... path) {
        String[] nested =
                Stream.concat(Stream.of("settings", "ai"), Stream.of(path)).toArray(String[]::new);
        return config.node(nested).isPresent()
                ? nested
                : Stream.concat(Stream.of("ai"), Stream.of(path)).toArray(String[]::new);
    }
}
