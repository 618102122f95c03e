package io.atmoshub.assistant.permission;

import io.atmoshub.hub.session.Demand;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads one item of `policies`. What is wrong is told, and read as strictly as it can be meant.
final class RuleReader {
    record Text(String value, Origin origin) {}

    private static final Pattern TOOL = Pattern.compile("[A-Za-z0-9_.*?{},\\[\\]-]{1,80}");
    private static final List<String> ROLES = List.of("viewer", "member", "approver", "admin");
    private static final List<String> KEYS = Stream.concat(
                    Stream.of("tools", "permission", "arguments", "approvers", "allow_always", "reason"),
                    Stream.of(Narrowing.values()).map(Narrowing::key))
            .toList();

    private final Layer layer;
    private final String revision;
    private final Notes notes;

    RuleReader(Layer layer, String revision, Notes notes) {
        this.layer = layer;
        this.revision = revision;
        this.notes = notes;
    }

    Rule read(YamlMapping rule) {
        for (YamlMapping.Entry entry : rule) {
            if (!KEYS.contains(entry.key())) {
                notes.error(
                        entry.place(),
                        "A rule has no key \"%s\".".formatted(Notes.shown(entry.key())),
                        Notes.suggestion(entry.key(), KEYS));
            }
        }
        Verb verb = verb(rule);
        Map<Narrowing, List<NamePattern>> only = new EnumMap<>(Narrowing.class);
        StringBuilder words = new StringBuilder(verb.word());
        List<String> tools = tools(rule);
        words.append(' ').append(String.join(", ", tools));
        for (Narrowing narrowing : Narrowing.values()) {
            List<Text> names = narrowed(rule, narrowing);
            if (!names.isEmpty()) {
                only.put(
                        narrowing,
                        patterns(names, narrowing == Narrowing.PATHS ? NamePattern::ofPath : NamePattern::ofName));
                words.append(narrowing == Narrowing.PATHS ? "(" : " for %s ".formatted(narrowing.key()))
                        .append(String.join(
                                ", ", names.stream().map(Text::value).toList()))
                        .append(narrowing == Narrowing.PATHS ? ")" : "");
            }
        }
        Map<String, List<NamePattern>> arguments = arguments(rule);
        arguments.forEach((name, patterns) -> words.append(" where %s is ".formatted(name))
                .append(String.join(
                        " or ", patterns.stream().map(NamePattern::toString).toList())));
        Demand demand = demand(rule, verb);
        String reason = rule.text("reason");
        if (reason != null) {
            words.append(" (").append(Notes.shown(reason)).append(')');
        }
        return new Rule(
                layer,
                revision,
                rule.origin().line(),
                verb,
                patterns(
                        tools.stream()
                                .map(tool -> new Text(tool, rule.origin()))
                                .toList(),
                        NamePattern::ofName),
                only,
                arguments,
                demand,
                alwaysCounts(rule, verb, demand),
                false,
                words.toString());
    }

    private Verb verb(YamlMapping rule) {
        String word = rule.text("permission");
        for (Verb verb : Verb.values()) {
            if (verb.word().equals(word)) {
                return verb;
            }
        }
        YamlNode written = rule.get("permission");
        if (written == null) {
            notes.error(
                    rule.origin(),
                    "The rule doesn't say what it does.",
                    "Add \"permission: allow\", \"prompt\" or \"deny\".");
        } else {
            String shown = word == null ? "" : word;
            notes.error(
                    written.origin(),
                    "There is no permission \"%s\".".formatted(Notes.shown(shown)),
                    Notes.suggestion(shown, List.of("allow", "prompt", "deny")));
        }
        return Verb.DENY;
    }

    private List<String> tools(YamlMapping rule) {
        YamlNode written = rule.get("tools");
        if (written == null) {
            notes.error(
                    rule.origin(),
                    "The rule names no tools.",
                    "Add \"tools: [file_write]\", or \"[\\\"*\\\"]\" for all.");
            return List.of("*");
        }
        return toolPatterns(texts(written, "tools", notes), notes);
    }

    /// Tools have plain names, so that no other spelling of one can pass for another.
    static List<String> toolPatterns(List<Text> written, Notes notes) {
        List<String> patterns = new ArrayList<>();
        for (Text text : written) {
            if (TOOL.matcher(text.value()).matches()) {
                patterns.add(text.value());
            } else {
                notes.error(
                        text.origin(),
                        "\"%s\" is no pattern for names of tools.".formatted(Notes.shown(text.value())),
                        "Names have letters a to z, digits, \"_\", \"-\" and \".\"; \"*\" stands for anything.");
                patterns.add("*");
            }
        }
        return patterns.isEmpty() ? List.of("*") : patterns;
    }

    private List<Text> narrowed(YamlMapping rule, Narrowing narrowing) {
        YamlNode written = rule.get(narrowing.key());
        if (written == null) {
            return List.of();
        }
        int before = notes.errors();
        List<Text> names = texts(written, narrowing.key(), notes);
        if (names.isEmpty()) {
            notes.error(
                    written.origin(),
                    "\"%s\" names nothing.".formatted(narrowing.key()),
                    "Name something, or leave the key out.");
        }
        if (narrowing == Narrowing.ROLES) {
            names.stream()
                    .filter(role -> !ROLES.contains(role.value()))
                    .forEach(role -> notes.error(
                            role.origin(),
                            "There is no role \"%s\".".formatted(Notes.shown(role.value())),
                            Notes.suggestion(role.value(), ROLES)));
        }
        // Half of a list would mean less than was meant: without it the rule means everything.
        return notes.errors() > before ? List.of() : names;
    }

    private Map<String, List<NamePattern>> arguments(YamlMapping rule) {
        YamlNode written = rule.get("arguments");
        Map<String, List<NamePattern>> arguments = new LinkedHashMap<>();
        if (written instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping) {
                int before = notes.errors();
                List<Text> values = texts(entry.value(), entry.key(), notes);
                if (notes.errors() == before) {
                    arguments.put(entry.key(), patterns(values, NamePattern::ofName));
                }
            }
        } else if (written != null) {
            notes.error(
                    written.origin(),
                    "\"arguments\" has patterns by name.",
                    "Write, for example, arguments: {query: \"*password*\"}.");
        }
        return arguments;
    }

    private Demand demand(YamlMapping rule, Verb verb) {
        YamlNode written = rule.get("approvers");
        if (written == null) {
            return Demand.ANYBODY;
        }
        if (verb != Verb.PROMPT) {
            notes.error(
                    written.origin(),
                    "Only a rule that prompts has approvers.",
                    "Write \"permission: prompt\" with it.");
        }
        Demand demand = new Demand(1, false);
        for (Text text : texts(written, "approvers", notes)) {
            switch (text.value().toLowerCase(Locale.ROOT)) {
                case "other" -> demand = demand.and(new Demand(1, true));
                case "1", "2", "3", "4", "5" -> demand = demand.and(new Demand(Integer.parseInt(text.value()), false));
                default -> {
                    notes.error(
                            text.origin(),
                            "\"%s\" says nothing about approvers.".formatted(Notes.shown(text.value())),
                            "Write \"other\" for somebody who didn't ask, or how many: 1 to 5.");
                    demand = demand.and(new Demand(2, true));
                }
            }
        }
        return demand;
    }

    private boolean alwaysCounts(YamlMapping rule, Verb verb, Demand demand) {
        YamlNode written = rule.get("allow_always");
        if (written == null) {
            return false;
        }
        if (!(written instanceof YamlNode.Scalar scalar && scalar.value() instanceof Boolean counts)) {
            notes.error(written.origin(), "\"allow_always\" is true or false.", "Write one of them.");
            return false;
        }
        if (counts && (verb != Verb.PROMPT || !demand.equals(Demand.ANYBODY))) {
            notes.error(
                    written.origin(),
                    "Nobody's \"allow always\" answers this rule.",
                    "It goes with \"permission: prompt\" without approvers.");
            return false;
        }
        return counts;
    }

    private List<NamePattern> patterns(List<Text> written, Function<String, NamePattern> pattern) {
        List<NamePattern> patterns = new ArrayList<>();
        for (Text text : written) {
            if (text.value().length() > NamePattern.LONGEST) {
                notes.error(
                        text.origin(),
                        "A pattern has at most %d characters.".formatted(NamePattern.LONGEST),
                        "Use \"*\".");
                patterns.add(pattern.apply("**"));
            } else {
                patterns.add(pattern.apply(text.value()));
            }
        }
        return patterns.isEmpty() ? List.of(pattern.apply("**")) : patterns;
    }

    /// One text or a list of them.
    static List<Text> texts(YamlNode node, String key, Notes notes) {
        List<Text> texts = new ArrayList<>();
        List<YamlNode> items = node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
        for (YamlNode item : items) {
            if (item instanceof YamlNode.Scalar scalar && scalar.value() != null) {
                texts.add(new Text(scalar.text().strip(), scalar.origin()));
            } else {
                notes.error(
                        item.origin(),
                        "\"%s\" is a list of texts.".formatted(Notes.shown(key)),
                        "Write [one, another].");
            }
        }
        return texts;
    }
}
