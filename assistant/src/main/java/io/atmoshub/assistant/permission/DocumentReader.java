package io.atmoshub.assistant.permission;

import io.atmoshub.hub.session.Demand;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a document: its lists of tools, its mode and its rules.
final class DocumentReader {
    private static final List<String> KEYS = List.of(
            "policies",
            "allowed_tools",
            "restricted_tools",
            "blocked_tools",
            "permission_mode",
            "require_confirmation",
            "yolo_mode",
            "enabled",
            "audit",
            "allowed",
            "restricted",
            "blocked");
    private static final int MOST_RULES = 1_000;

    private final Layer layer;
    private final String revision;
    private final Notes notes = new Notes();
    private final List<Rule> rules = new ArrayList<>();
    private Document.Yolo yolo = Document.Yolo.NEVER;

    DocumentReader(Layer layer, String revision) {
        this.layer = layer;
        this.revision = revision;
    }

    Document read(YamlNode root) {
        if (root instanceof YamlMapping mapping) {
            mapping.forEach(this::entry);
        } else if (!(root instanceof YamlNode.Scalar scalar && scalar.value() == null)) {
            notes.error(root.origin(), "This is not a policy.", "Begin with a key such as \"policies:\".");
        }
        if (rules.size() > MOST_RULES) {
            notes.error(
                    root.origin(),
                    "There are %,d rules, more than the %,d that are taken.".formatted(rules.size(), MOST_RULES),
                    "Use patterns.");
        }
        return new Document(layer, rules, yolo, notes.found());
    }

    private void entry(YamlMapping.Entry entry) {
        switch (entry.key()) {
            case "policies" -> policies(entry.value());
            case "allowed_tools", "allowed" -> tools(entry, Verb.ALLOW);
            case "restricted_tools", "restricted" -> tools(entry, Verb.PROMPT);
            case "blocked_tools", "blocked" -> tools(entry, Verb.DENY);
            case "permission_mode" -> mode(entry);
            case "require_confirmation" -> {
                if (!flag(entry, true)) {
                    fallback(entry, Verb.ALLOW);
                }
            }
            case "enabled" -> {
                if (!flag(entry, true)) {
                    add(entry.place(), Verb.DENY, List.of("*"), false, "the assistant's tools are switched off");
                }
            }
            case "yolo_mode" -> yoloMode(entry);
            // Where decisions are written to, which is not for rules to say.
            case "audit" -> {}
            default ->
                notes.error(
                        entry.place(),
                        "There is no key \"%s\" here.".formatted(Notes.shown(entry.key())),
                        Notes.suggestion(entry.key(), KEYS));
        }
    }

    private void policies(YamlNode node) {
        if (node instanceof YamlNode.Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                if (item instanceof YamlMapping rule) {
                    Rule read = new RuleReader(layer, revision, notes).read(rule);
                    rules.add(read);
                    tellIfWithoutEffect(read.verb(), rule.origin());
                } else {
                    notes.error(item.origin(), "This is not a rule.", "A rule begins with \"- tools: […]\".");
                }
            }
        } else {
            notes.error(node.origin(), "\"policies\" is a list of rules.", "Begin each rule with \"- tools: […]\".");
        }
    }

    private void tools(YamlMapping.Entry entry, Verb verb) {
        for (RuleReader.Text tool : RuleReader.texts(entry.value(), entry.key(), notes)) {
            List<String> one = RuleReader.toolPatterns(List.of(tool), notes);
            add(tool.origin(), verb, one, false, verb.word() + " " + String.join(", ", one));
            tellIfWithoutEffect(verb, tool.origin());
        }
    }

    private void mode(YamlMapping.Entry entry) {
        String mode = text(entry);
        switch (mode) {
            case "prompt" -> {}
            case "allow" -> fallback(entry, Verb.ALLOW);
            case "deny" -> fallback(entry, Verb.DENY);
            case "yolo" -> yolo(entry, Document.Yolo.ON);
            default -> {
                notes.error(
                        entry.value().origin(),
                        "There is no permission mode \"%s\".".formatted(Notes.shown(mode)),
                        Notes.suggestion(mode, List.of("prompt", "allow", "deny", "yolo")));
                fallback(entry, Verb.DENY);
            }
        }
    }

    private void yoloMode(YamlMapping.Entry entry) {
        switch (text(entry).toLowerCase(Locale.ROOT)) {
            case "false" -> {}
            case "true" -> yolo(entry, Document.Yolo.ON);
            case "allowed" -> {
                if (layer == Layer.ORGANISATION) {
                    yolo(entry, Document.Yolo.LEFT);
                }
            }
            default ->
                notes.error(
                        entry.value().origin(),
                        "yolo_mode is true, false or allowed.",
                        "\"allowed\" leaves it to each project.");
        }
    }

    private void yolo(YamlMapping.Entry entry, Document.Yolo wanted) {
        if (layer == Layer.PROJECT) {
            notes.note(
                    entry.place(),
                    "yolo_mode has an effect only where the organisation's policy says \"yolo_mode: allowed\".",
                    "Ask an admin.");
        }
        yolo = wanted;
    }

    private void fallback(YamlMapping.Entry entry, Verb verb) {
        String words = "%s: %s".formatted(entry.key(), text(entry));
        add(entry.place(), verb, List.of("*"), true, words);
        tellIfWithoutEffect(verb, entry.place());
    }

    private void add(Origin place, Verb verb, List<String> tools, boolean fallback, String words) {
        rules.add(new Rule(
                layer,
                revision,
                place.line(),
                verb,
                tools.stream().map(NamePattern::ofName).toList(),
                Map.of(),
                Map.of(),
                Demand.ANYBODY,
                false,
                fallback,
                words));
    }

    private void tellIfWithoutEffect(Verb verb, Origin place) {
        if (layer == Layer.PROJECT && verb == Verb.ALLOW) {
            notes.note(
                    place,
                    "A project's rules tighten; this one allows, and has no effect.",
                    "What the organisation allows is in its policy.");
        }
    }

    private boolean flag(YamlMapping.Entry entry, boolean strict) {
        if (entry.value() instanceof YamlNode.Scalar scalar && scalar.value() instanceof Boolean flag) {
            return flag;
        }
        notes.error(entry.value().origin(), "\"%s\" is true or false.".formatted(entry.key()), "Write one of them.");
        return strict;
    }

    private static String text(YamlMapping.Entry entry) {
        @Nullable YamlNode value = entry.value();
        return value instanceof YamlNode.Scalar scalar ? scalar.text().strip() : "";
    }
}
