package io.atmoshub.project;

import io.atmoshub.project.query.Query;
import io.atmoshub.project.query.QueryException;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The YAML functions that `atmos.yaml` may use. One that the limits refuse stays as it is written, and is noted.
record ConfigFunctions(Path folder, Path here, Limits limits, List<String> notes) {
    /// Includes that include.
    private static final int DEEPEST = 10;

    YamlNode resolve(YamlNode node) {
        return resolve(node, 0);
    }

    private YamlNode resolve(YamlNode node, int depth) {
        return switch (node) {
            case YamlMapping mapping -> {
                YamlMapping.Builder resolved = mapping.toBuilder();
                mapping.forEach(entry -> resolved.put(entry.key(), entry.place(), resolve(entry.value(), depth)));
                yield resolved.build();
            }
            case YamlNode.Sequence sequence ->
                new YamlNode.Sequence(
                        sequence.origin(),
                        sequence.tag(),
                        sequence.items().stream()
                                .map(item -> resolve(item, depth))
                                .toList());
            case YamlNode.Scalar scalar -> scalar.tag().isEmpty() ? scalar : call(scalar, depth);
        };
    }

    private YamlNode call(YamlNode.Scalar scalar, int depth) {
        String argument = scalar.text().strip();
        try {
            return switch (scalar.tag()) {
                case "!env" -> variable(scalar, argument);
                case "!exec" -> value(scalar, Execution.json(Execution.output(argument, here, limits)));
                case "!include" -> include(scalar, argument, depth, false);
                case "!include.raw" -> include(scalar, argument, depth, true);
                case "!repo-root", "!git.root" -> value(scalar, root(argument));
                case "!cwd" -> value(scalar, here.resolve(argument).normalize().toString());
                default -> scalar;
            };
        } catch (RefusedException e) {
            notes.add("%s: %s stays unresolved: %s.".formatted(scalar.origin(), scalar.tag(), e.getMessage()));
            return marked(scalar);
        } catch (IOException | QueryException e) {
            throw new ProjectException(
                    scalar.origin(),
                    "%s %s did not work: %s.".formatted(scalar.tag(), argument, e.getMessage()),
                    "Correct it, or set the value as it is.");
        }
    }

    /// As Atmos writes a function that is not resolved, and still with its tag.
    private static YamlNode marked(YamlNode.Scalar scalar) {
        return new YamlNode.Scalar(
                scalar.origin(), scalar.tag(), scalar.text(), (scalar.tag() + " " + scalar.text()).strip());
    }

    private YamlNode variable(YamlNode.Scalar scalar, String argument) throws RefusedException {
        List<String> words = Words.of(argument);
        if (words.isEmpty() || words.size() > 2) {
            throw new ProjectException(
                    scalar.origin(), "!env needs the name of a variable.", "Write !env NAME, or !env NAME DEFAULT.");
        }
        String name = words.getFirst();
        Optional<String> otherwise = words.size() == 2 ? Optional.of(words.getLast()) : Optional.empty();
        if (!limits.maySee(name)) {
            throw new RefusedException("the variable %s may not be seen here".formatted(name));
        }
        return value(scalar, limits.variable(name).or(() -> otherwise).orElse(""));
    }

    private String root(String otherwise) throws IOException {
        Optional<Path> root = GitRoot.of(here, limits);
        if (root.isEmpty() && otherwise.isEmpty()) {
            throw new IOException("%s is in no Git repository".formatted(here));
        }
        return root.map(Path::toString).orElse(otherwise);
    }

    private YamlNode include(YamlNode.Scalar scalar, String argument, int depth, boolean raw) throws IOException {
        if (depth >= DEEPEST) {
            throw new IOException("files include each other more than %d times".formatted(DEEPEST));
        }
        List<String> words = Words.of(argument);
        if (words.isEmpty()) {
            throw new IOException("the name of a file is missing");
        }
        String name = words.getFirst();
        if (name.matches("[a-z0-9+.]+://.*|[a-z0-9]+::.*")) {
            throw new RefusedException("%s is not on this machine".formatted(name));
        }
        Path file = folder.resolve(name).normalize();
        String text = limits.text(file);
        String kind = raw ? "" : name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        YamlNode content =
                switch (kind) {
                    case "yaml", "yml", "json" -> {
                        var inThere = new ConfigFunctions(
                                Optional.ofNullable(file.getParent()).orElse(folder), here, limits, notes);
                        yield inThere.resolve(Yaml.parse(file.toString(), text), depth + 1);
                    }
                    case "env" -> variables(Origin.startOf(file.toString()), text);
                    default -> YamlNode.Scalar.of(Origin.startOf(file.toString()), text);
                };
        if (words.size() == 1) {
            return content;
        }
        String expression = argument.substring(argument.indexOf(words.get(1), name.length()));
        return value(scalar, Query.of(expression).one(content.toJava()));
    }

    /// `NAME=value` a line.
    private static YamlNode variables(Origin start, String text) {
        YamlMapping.Builder mapping = YamlMapping.builder(start);
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String plain = line.strip().replaceFirst("^export\\s+", "");
            int sign = plain.indexOf('=');
            if (sign > 0 && !plain.startsWith("#")) {
                var origin = new Origin(start.file(), number, 1);
                String value = plain.substring(sign + 1).strip();
                mapping.put(
                        plain.substring(0, sign).strip(), origin, YamlNode.Scalar.of(origin, Words.unquoted(value)));
            }
        }
        return mapping.build();
    }

    private static YamlNode value(YamlNode.Scalar scalar, @Nullable Object value) {
        return YamlNode.ofJava(scalar.origin(), value);
    }

    /// Words with blanks between them; quotes hold blanks together.
    static final class Words {
        private Words() {}

        static List<String> of(String text) {
            var words = new ArrayList<String>();
            var word = new StringBuilder();
            boolean inWord = false;
            char quote = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                    quote = quote == 0 ? c : 0;
                    inWord = true;
                } else if (quote == 0 && Character.isWhitespace(c)) {
                    if (inWord) {
                        words.add(word.toString());
                    }
                    word.setLength(0);
                    inWord = false;
                } else {
                    word.append(c);
                    inWord = true;
                }
            }
            if (inWord) {
                words.add(word.toString());
            }
            return words;
        }

        static String unquoted(String value) {
            boolean quoted = value.length() > 1
                    && "\"'".indexOf(value.charAt(0)) >= 0
                    && value.charAt(value.length() - 1) == value.charAt(0);
            return quoted ? value.substring(1, value.length() - 1) : value.replaceFirst("\\s+#.*$", "");
        }
    }
}
