package io.atmoshub.cli.describe;

import io.atmoshub.cli.output.FixedOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the `.tf` files of a component declare, as far as it can be read without Terraform's own language: names,
/// places, types and descriptions.
final class TerraformModule {
    private static final Pattern BLOCK = Pattern.compile(
            "^(variable|output|resource|data|module)\\s+\"([^\"]+)\"(?:\\s+\"([^\"]+)\")?\\s*\\{", Pattern.MULTILINE);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("^\\s*(type|description|default|source|version)\\s*=\\s*(.+?)\\s*$");

    private final Map<String, Map<String, @Nullable Object>> found = new LinkedHashMap<>();
    private final Path folder;

    private TerraformModule(Path folder) {
        this.folder = folder;
        for (String kind : List.of("variable", "output", "resource", "data", "module")) {
            found.put(kind, new TreeMap<>());
        }
    }

    /// Nothing where there is no module.
    static @Nullable FixedOrder of(Path folder) {
        if (!Files.isDirectory(folder)) {
            return null;
        }
        var module = new TerraformModule(folder);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".tf"))
                    .sorted()
                    .toList();
            if (sources.isEmpty()) {
                return null;
            }
            for (Path source : sources) {
                module.read(source);
            }
        } catch (IOException e) {
            return null;
        }
        return module.shown();
    }

    private void read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            int line = (int) text.substring(0, block.start()).lines().count() + 1;
            String kind = block.group(1);
            Map<String, String> attributes = attributes(text.substring(block.end()));
            FixedOrder position =
                    new FixedOrder().and("filename", file.toString()).and("line", (long) line);
            add(kind, block.group(2), block.group(3), attributes, position);
        }
    }

    private void add(
            String kind, String first, @Nullable String second, Map<String, String> attributes, FixedOrder position) {
        Map<String, @Nullable Object> all = found.getOrDefault(kind, new TreeMap<>());
        switch (kind) {
            case "variable" ->
                all.put(
                        first,
                        new FixedOrder()
                                .and("name", first)
                                .and("type", attributes.getOrDefault("type", ""))
                                .and("description", attributes.getOrDefault("description", ""))
                                .and("default", attributes.get("default"))
                                .and("required", !attributes.containsKey("default"))
                                .and("pos", position));
            case "output" ->
                all.put(
                        first,
                        new FixedOrder()
                                .and("name", first)
                                .and("description", attributes.getOrDefault("description", ""))
                                .and("pos", position));
            case "module" ->
                all.put(
                        first,
                        new FixedOrder()
                                .and("name", first)
                                .and("source", attributes.getOrDefault("source", ""))
                                .and("version", attributes.getOrDefault("version", ""))
                                .and("pos", position));
            default ->
                all.put(
                        first + "." + second,
                        new FixedOrder()
                                .and("mode", kind.equals("data") ? "data" : "managed")
                                .and("type", first)
                                .and("name", second)
                                .and("provider", new FixedOrder().and("name", first.split("_", 2)[0]))
                                .and("pos", position));
        }
        found.put(kind, all);
    }

    /// Those of the block itself, not of blocks inside it.
    private static Map<String, String> attributes(String rest) {
        var attributes = new LinkedHashMap<String, String>();
        int depth = 0;
        for (String line : rest.lines().toList()) {
            Matcher attribute = ATTRIBUTE.matcher(line);
            if (depth == 0 && attribute.matches()) {
                attributes.putIfAbsent(attribute.group(1), attribute.group(2).replaceAll("^\"|\"$", ""));
            }
            depth += count(line, "{[(") - count(line, "}])");
            if (depth < 0) {
                break;
            }
        }
        return attributes;
    }

    private static int count(String line, String signs) {
        return (int) line.chars().filter(c -> signs.indexOf(c) >= 0).count();
    }

    private FixedOrder shown() {
        return new FixedOrder()
                .and("path", folder.toString())
                .and("variables", found.get("variable"))
                .and("outputs", found.get("output"))
                .and("managed_resources", found.get("resource"))
                .and("data_resources", found.get("data"))
                .and("module_calls", found.get("module"));
    }
}
