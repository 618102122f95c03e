package io.atmoshub.stacks;

import io.atmoshub.project.StacksConfig;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.component.Section;
import io.atmoshub.stacks.component.StackSource;
import io.atmoshub.stacks.manifest.Plain;
import io.atmoshub.stacks.render.Templates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stacks are called: by `name` in the manifest, else by the project's template or pattern, else as their file.
final class StackNames {
    private static final Pattern FIELD = Pattern.compile("(?<![\\w.])\\.(\\w+)(?:\\.(\\w+))?");
    private static final Pattern TOKEN = Pattern.compile("\\{(\\w+)}");
    private static final Set<String> TOKENS = Set.of("namespace", "tenant", "environment", "stage");

    private final StacksConfig config;
    private final Templates templates;
    private final Set<String> variables = new HashSet<>();
    private boolean onlyVariables = true;

    StackNames(StacksConfig config, Templates templates) {
        this.config = config;
        this.templates = templates;
        Matcher fields = FIELD.matcher(config.nameTemplate());
        while (fields.find()) {
            onlyVariables &= fields.group(1).equals("vars") && fields.group(2) != null;
            variables.add(String.valueOf(fields.group(2)));
        }
        if (config.nameTemplate().isEmpty()) {
            Matcher tokens = TOKEN.matcher(config.namePattern());
            while (tokens.find()) {
                variables.add(tokens.group(1));
            }
        }
    }

    /// @param component the component's section as far as it is known, when its own values decide about the name
    String name(StackSource source, String type, @Nullable Supplier<YamlMapping> component) {
        String written = source.merged().text("name");
        if (written != null && !written.isEmpty()) {
            return written;
        }
        String key = source.manifest().key();
        if (!config.nameTemplate().isEmpty()) {
            Map<String, @Nullable Object> data = component == null
                    ? Map.of("vars", Plain.map(source.global(type, Section.VARS)))
                    : Plain.map(component.get());
            String name = templates.name(config.nameTemplate(), data).strip();
            return name.isEmpty() ? key : name;
        }
        return config.namePattern().isEmpty()
                ? key
                : byPattern(
                        component == null
                                ? source.global(type, Section.VARS)
                                : component.get().mapping("vars"),
                        key);
    }

    /// Whether components of a type may belong to a stack of another name than the others in their manifest.
    ///
    /// @param undecided tells components that are known not to decide
    boolean componentsDecide(StackSource source, String type, Predicate<String> undecided) {
        if (source.merged().text("name") != null || variables.isEmpty()) {
            return false;
        }
        if (!onlyVariables) {
            return true;
        }
        for (YamlMapping.Entry entry : source.components(type)) {
            if (!undecided.test(entry.key())
                    && entry.value() instanceof YamlMapping component
                    && (sets(component) || overrideSets(component))) {
                return true;
            }
        }
        return false;
    }

    private boolean overrideSets(YamlMapping component) {
        return component.get("overrides") instanceof YamlMapping overrides && sets(overrides);
    }

    private boolean sets(YamlMapping component) {
        if (component.get("vars") instanceof YamlMapping vars) {
            for (String name : variables) {
                if (vars.entry(name) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Of a pattern such as `{tenant}-prod-{stage}` only the parts in braces count.
    private String byPattern(@Nullable YamlMapping vars, String key) {
        List<String> parts = new ArrayList<>();
        for (String part : config.namePattern().split("-")) {
            Matcher token = TOKEN.matcher(part);
            if (token.matches() && TOKENS.contains(token.group(1))) {
                String value = vars == null ? null : vars.text(token.group(1));
                if (value == null || value.isEmpty()) {
                    return key;
                }
                parts.add(value);
            }
        }
        return parts.isEmpty() ? key : String.join("-", parts);
    }

    /// The values of the tokens of patterns, for a component.
    static Map<String, String> tokens(YamlMapping vars) {
        Map<String, String> values = new HashMap<>();
        for (String token : TOKENS) {
            String value = vars.text(token);
            values.put(token, value == null ? "" : value);
        }
        return values;
    }
}
