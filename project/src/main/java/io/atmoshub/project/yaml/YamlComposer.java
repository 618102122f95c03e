package io.atmoshub.project.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Builds the tree from a parser's events: follows aliases, applies merge keys, refuses what is too deep or too much.
final class YamlComposer {
    private static final String CORE = "tag:yaml.org,2002:";

    private final String file;
    private final YamlLimits limits;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private Iterator<Event> events = List.<Event>of().iterator();
    private Origin last;
    private long values;

    /// What an anchor names, and how many values that is once aliases in it are followed; no node while it is being
    /// read.
    private record Anchored(@Nullable YamlNode node, long values) {}

    YamlComposer(String file, YamlLimits limits) {
        this.file = file;
        this.limits = limits;
        this.last = Origin.startOf(file);
    }

    YamlNode compose(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setLabel(file)
                .build();
        try {
            events = new Parse(settings).parseString(text).iterator();
            while (events.hasNext()) {
                Event event = events.next();
                if (!(event instanceof StreamStartEvent || event instanceof DocumentStartEvent)) {
                    return event instanceof NodeEvent node && !(event instanceof DocumentEndEvent)
                            ? node(node, 0)
                            : YamlNode.Scalar.of(Origin.startOf(file), null);
                }
            }
            return YamlNode.Scalar.of(Origin.startOf(file), null);
        } catch (YamlEngineException e) {
            throw YamlProblems.explained(file, text, last, e);
        }
    }

    private YamlNode node(NodeEvent event, int depth) {
        Origin origin = origin(event);
        if (++values > limits.values()) {
            throw tooMuch(origin);
        }
        if (depth > limits.depth()) {
            throw new YamlException(
                    origin,
                    "This is nested deeper than %d levels.".formatted(limits.depth()),
                    "Flatten it, or look for a bracket that is never closed.");
        }
        if (event instanceof AliasEvent alias) {
            return aliased(alias, origin);
        }
        Optional<Anchor> anchor = event.getAnchor();
        anchor.ifPresent(name -> anchors.put(name, new Anchored(null, 0)));
        long before = values;
        YamlNode node =
                switch (event) {
                    case ScalarEvent scalar -> scalar(scalar, origin);
                    case SequenceStartEvent sequence -> sequence(sequence, origin, depth);
                    case MappingStartEvent mapping -> mapping(mapping, origin, depth);
                    default -> throw new IllegalStateException("unexpected " + event);
                };
        anchor.ifPresent(name -> anchors.put(name, new Anchored(node, values - before + 1)));
        return node;
    }

    private YamlNode aliased(AliasEvent alias, Origin origin) {
        Anchored anchored = anchors.get(alias.getAlias());
        if (anchored == null) {
            throw new YamlException(
                    origin,
                    "The alias *%s has no anchor above it.".formatted(alias.getAlias()),
                    "Write &%s before the value it means.".formatted(alias.getAlias()));
        }
        if (anchored.node() == null) {
            throw new YamlException(
                    origin,
                    "The alias *%s stands inside the very value it names.".formatted(alias.getAlias()),
                    "Take it out, or name another value.");
        }
        values += anchored.values();
        if (values > limits.values()) {
            throw tooMuch(origin);
        }
        return anchored.node();
    }

    private YamlException tooMuch(Origin origin) {
        return new YamlException(
                origin,
                "This document has more than %,d values, aliases followed.".formatted(limits.values()),
                "Use fewer aliases inside aliases, or split the file.");
    }

    private static YamlNode scalar(ScalarEvent event, Origin origin) {
        String tag = event.getTag().orElse("");
        String text = event.getValue();
        if (tag.isEmpty()) {
            return new YamlNode.Scalar(
                    origin, "", text, event.getScalarStyle() == ScalarStyle.PLAIN ? YamlScalars.meaning(text) : text);
        }
        return switch (tag) {
            case "!", CORE + "str", CORE + "binary", CORE + "timestamp" -> new YamlNode.Scalar(origin, "", text, text);
            case CORE + "int", CORE + "bool", CORE + "null", CORE + "merge" ->
                new YamlNode.Scalar(origin, "", text, YamlScalars.meaning(text));
            case CORE + "float" ->
                new YamlNode.Scalar(
                        origin,
                        "",
                        text,
                        YamlScalars.meaning(text) instanceof Number number ? (Object) number.doubleValue() : text);
            default -> new YamlNode.Scalar(origin, tag, text, text);
        };
    }

    private static String localTag(Optional<String> tag) {
        return tag.filter(name -> !name.startsWith(CORE) && !name.equals("!")).orElse("");
    }

    private YamlNode sequence(SequenceStartEvent event, Origin origin, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(node((NodeEvent) next, depth + 1));
        }
        return new YamlNode.Sequence(origin, localTag(event.getTag()), items);
    }

    private YamlNode mapping(MappingStartEvent event, Origin origin, int depth) {
        YamlMapping.Builder mapping = YamlMapping.builder(origin).tag(localTag(event.getTag()));
        List<YamlNode> merged = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            NodeEvent keyEvent = (NodeEvent) next;
            boolean plain = keyEvent instanceof ScalarEvent scalar && scalar.isPlain();
            YamlNode key = node(keyEvent, depth + 1);
            Origin place = origin(keyEvent);
            if (!(key instanceof YamlNode.Scalar name)) {
                throw new YamlException(place, "A key has to be a single word or text.", "Put it in quotes.");
            }
            YamlNode value = node((NodeEvent) events.next(), depth + 1);
            if (plain && name.text().equals("<<")) {
                merged.add(value);
                continue;
            }
            YamlMapping.Entry earlier = mapping.entry(name.text());
            if (earlier != null) {
                throw new YamlException(
                        place,
                        "The key \"%s\" was already given at %s.".formatted(name.text(), earlier.place()),
                        "Keep one of them.");
            }
            mapping.put(name.text(), place, value);
        }
        merged.forEach(from -> YamlProblems.mergeInto(mapping, from));
        return mapping.build();
    }

    private Origin origin(Event event) {
        Optional<Mark> mark = event.getStartMark();
        if (mark.isPresent()) {
            last = new Origin(file, mark.get().getLine() + 1, mark.get().getColumn() + 1);
        }
        return last;
    }
}
