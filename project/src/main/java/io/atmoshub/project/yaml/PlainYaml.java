package io.atmoshub.project.yaml;

import io.atmoshub.project.yaml.YamlNode.Scalar;
import io.atmoshub.project.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads YAML as most people write it, several times faster than the complete parser: blocks by indentation, values
/// on one line, literal texts, flow collections on one line. At the first sign of anything else, a mistake included,
/// it gives up, and [YamlComposer] reads the text from the start. What both can read they read alike.
final class PlainYaml {
    private static final int DEEPEST = 100;

    private final String file;
    private final YamlLimits limits;
    private final LineCursor at;
    private final InlineYaml inline;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private @Nullable Origin anchor;
    private int depth;
    private int values;

    private record Anchored(YamlNode node, int values) {}

    private PlainYaml(String file, String text, int firstLine, YamlLimits limits) {
        this.file = file;
        this.limits = limits;
        this.at = new LineCursor(text, firstLine);
        this.inline = new InlineYaml(file, at);
    }

    /// The document, or nothing when it has to be read by the complete parser.
    ///
    /// @param firstLine the number of the text's first line
    static @Nullable YamlNode read(String file, String text, int firstLine, YamlLimits limits) {
        if (!LineCursor.isPlain(text)) {
            return null;
        }
        try {
            PlainYaml reader = new PlainYaml(file, text, firstLine, limits);
            if (!reader.at.begin()) {
                return null;
            }
            YamlNode node = reader.block();
            return reader.at.atEnd() ? node : null;
        } catch (LineCursor.NotPlain e) {
            return null;
        }
    }

    private void count() {
        if (++values > limits.values() || depth > Math.min(DEEPEST, limits.depth())) {
            throw LineCursor.notPlain();
        }
    }

    private YamlNode block() {
        depth++;
        count();
        YamlNode node;
        if (at.isDash()) {
            node = sequence(at.column());
        } else if (inline.isKey()) {
            node = mapping(at.column());
        } else {
            throw LineCursor.notPlain();
        }
        depth--;
        return node;
    }

    private YamlNode mapping(int column) {
        YamlMapping.Builder mapping = YamlMapping.builder(begin());
        do {
            Origin place = at.origin(file);
            String key = inline.key();
            if (key.equals("<<") || mapping.has(key)) {
                throw LineCursor.notPlain();
            }
            mapping.put(key, place, value(column, true));
            if (!at.atEnd() && at.column() == column && at.isDash()) {
                throw LineCursor.notPlain();
            }
        } while (goesOn(column));
        return mapping.build();
    }

    private YamlNode sequence(int column) {
        Origin origin = begin();
        List<YamlNode> items = new ArrayList<>();
        do {
            at.skip(1);
            int dash = at.column();
            at.blanks();
            if (at.isLineEnd()) {
                items.add(value(column, false));
            } else if (at.column() == dash) {
                throw LineCursor.notPlain();
            } else if (at.isDash() || inline.isKey()) {
                items.add(block());
            } else {
                items.add(value(column, false));
            }
        } while (goesOn(column) && at.isDash());
        return new Sequence(origin, "", items);
    }

    /// Where a collection begins: at its anchor, if it has one.
    private Origin begin() {
        Origin begin = anchor == null ? at.origin(file) : anchor;
        anchor = null;
        return begin;
    }

    /// Whether the next line belongs to the same block; one that is indented further belongs to nothing.
    private boolean goesOn(int column) {
        if (at.atEnd() || at.column() < column) {
            return false;
        }
        if (at.column() > column) {
            throw LineCursor.notPlain();
        }
        return true;
    }

    /// What stands behind a key or a dash, or below it.
    private YamlNode value(int column, boolean ofKey) {
        Origin here = at.origin(file);
        at.blanks();
        if (at.is('&')) {
            return anchored(column, ofKey);
        }
        if (at.is('*')) {
            return aliased();
        }
        if (!at.isLineEnd()) {
            count();
            return at.is('|') || at.is('>') ? text(column) : inline.value(column);
        }
        at.nextLine();
        boolean below = !at.atEnd() && (at.column() > column || (ofKey && at.column() == column && at.isDash()));
        if (below) {
            return block();
        }
        count();
        return new Scalar(here, "", "", null);
    }

    /// A collection below a line that ends with its anchor.
    private YamlNode anchored(int column, boolean ofKey) {
        Origin origin = at.origin(file);
        String name = at.word();
        at.nextLine();
        boolean below = !at.atEnd() && (at.column() > column || (ofKey && at.column() == column && at.isDash()));
        if (!below) {
            throw LineCursor.notPlain();
        }
        int before = values;
        anchor = origin;
        YamlNode node = block();
        anchors.put(name, new Anchored(node, values - before));
        return node;
    }

    private YamlNode aliased() {
        Anchored anchored = anchors.get(at.word());
        if (anchored == null || anchored.values() > limits.values() - values) {
            throw LineCursor.notPlain();
        }
        values += anchored.values();
        at.nextLine();
        return anchored.node();
    }

    private YamlNode text(int column) {
        Origin origin = at.origin(file);
        String text = at.blockText(column);
        return new Scalar(origin, "", text, text);
    }
}
