package io.atmoshub.toolchain.registry;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a search shows of a package, without reading how to get it.
///
/// @param commands what it puts on the PATH, as far as that is the same for every version
public record Summary(
        String name, List<String> aliases, String description, List<String> searchWords, Set<String> commands) {
    public Summary {
        aliases = List.copyOf(aliases);
        searchWords = List.copyOf(searchWords);
        commands = Set.copyOf(commands);
    }

    /// Null when the package has no name.
    static @Nullable Summary of(YamlNode node) {
        if (!(node instanceof YamlMapping tool)) {
            return null;
        }
        String name = name(tool);
        if (name == null) {
            return null;
        }
        List<String> aliases = mappings(tool, "aliases")
                .map(alias -> text(alias, "name"))
                .filter(alias -> !alias.isEmpty())
                .toList();
        var commands = new LinkedHashSet<String>();
        Stream.concat(Stream.of(name), aliases.stream())
                .forEach(called -> commands.add(called.substring(called.lastIndexOf('/') + 1)));
        Stream.concat(Stream.of(tool), mappings(tool, "version_overrides"))
                .flatMap(definition -> mappings(definition, "files"))
                .map(file -> text(file, "name"))
                .filter(file -> !file.isEmpty())
                .forEach(commands::add);
        return new Summary(name, aliases, text(tool, "description").strip(), texts(tool, "search_words"), commands);
    }

    /// How well it answers a search: 0 is best, and -1 is no answer. All the words have to be there.
    int rank(List<String> words) {
        String lower = name.toLowerCase(Locale.ROOT);
        String last = lower.substring(lower.lastIndexOf('/') + 1);
        String all = Stream.of(Stream.of(lower, description), aliases.stream(), searchWords.stream(), commands.stream())
                .flatMap(texts -> texts)
                .reduce("", (left, right) -> left + "\n" + right)
                .toLowerCase(Locale.ROOT);
        if (!words.stream().allMatch(all::contains)) {
            return -1;
        }
        String first = words.isEmpty() ? "" : words.getFirst();
        boolean exactly = lower.equals(first) || last.equals(first) || commands.contains(first);
        return exactly ? (last.equals(first) ? 0 : 1) : last.startsWith(first) ? 2 : lower.contains(first) ? 3 : 4;
    }

    private static @Nullable String name(YamlMapping tool) {
        String name = text(tool, "name");
        if (!name.isEmpty()) {
            return name;
        }
        String owner = text(tool, "repo_owner");
        String repo = text(tool, "repo_name");
        if (!owner.isEmpty() && !repo.isEmpty()) {
            return owner + "/" + repo;
        }
        String path = text(tool, "path");
        return text(tool, "type").equals("go_install") && !path.isEmpty() ? path : null;
    }

    private static Stream<YamlMapping> mappings(YamlMapping tool, String key) {
        return tool.get(key) instanceof YamlNode.Sequence sequence
                ? sequence.items().stream()
                        .filter(YamlMapping.class::isInstance)
                        .map(YamlMapping.class::cast)
                : Stream.of();
    }

    private static String text(YamlMapping tool, String key) {
        return tool.get(key) instanceof YamlNode.Scalar scalar && scalar.value() != null ? scalar.text() : "";
    }

    private static List<String> texts(YamlMapping tool, String key) {
        var texts = new ArrayList<String>();
        if (tool.get(key) instanceof YamlNode.Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                if (item instanceof YamlNode.Scalar scalar && scalar.value() != null) {
                    texts.add(scalar.text());
                }
            }
        }
        return texts;
    }
}
