package io.atmoshub.cli.describe;

import io.atmoshub.cli.output.FixedOrder;
import io.atmoshub.stacks.manifest.Hcl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the `.tf` files of a component declare, as Atmos shows it: with places, types, literal defaults and the
/// providers that are needed. Nothing is computed.
final class TerraformModule {
    private final Path folder;
    private final Map<String, Object> variables = new TreeMap<>();
    private final Map<String, Object> outputs = new TreeMap<>();
    private final List<String> requiredCore = new ArrayList<>();
    private final Map<String, Object> requiredProviders = new TreeMap<>();
    private final Map<String, Object> providerConfigs = new TreeMap<>();
    private final Set<String> usedProviders = new TreeSet<>();
    private final Map<String, Object> managed = new TreeMap<>();
    private final Map<String, Object> data = new TreeMap<>();
    private final Map<String, Object> modules = new TreeMap<>();

    private TerraformModule(Path folder) {
        this.folder = folder;
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
                HclBody body = HclReader.read(Files.readString(source, StandardCharsets.UTF_8));
                body.blocks().forEach(block -> module.add(block, source));
            }
        } catch (IOException e) {
            return null;
        }
        return module.shown();
    }

    private void add(HclBody.Block block, Path file) {
        FixedOrder position = new FixedOrder().and("filename", file.toString()).and("line", block.line());
        List<String> labels = block.labels();
        HclBody body = block.body();
        if (block.type().equals("terraform")) {
            String version = text(body, "required_version");
            if (!version.isEmpty()) {
                requiredCore.add(version);
            }
            body.blocks("required_providers")
                    .forEach(each -> each.body().values().forEach(this::require));
        } else if (!labels.isEmpty()) {
            String name = labels.getFirst();
            switch (block.type()) {
                case "variable" -> variables.putIfAbsent(name, variable(name, body, position));
                case "output" -> outputs.putIfAbsent(name, output(name, body, position));
                case "module" -> modules.putIfAbsent(name, module(name, body, position));
                case "provider" -> provider(name, text(body, "alias"));
                case "resource", "data" -> resource(block, position);
                default -> {}
            }
        }
    }

    private static FixedOrder variable(String name, HclBody body, FixedOrder position) {
        String type = body.values().getOrDefault("type", "");
        FixedOrder variable = named(name);
        some(variable, "type", type.startsWith("\"") ? text(body, "type") : type);
        some(variable, "description", text(body, "description"));
        variable.and("default", literal(body, "default"))
                .and("required", !body.values().containsKey("default"));
        if (Boolean.TRUE.equals(literal(body, "sensitive"))) {
            variable.and("sensitive", true);
        }
        return variable.and("pos", position);
    }

    private static FixedOrder output(String name, HclBody body, FixedOrder position) {
        FixedOrder output = named(name);
        some(output, "description", text(body, "description"));
        if (Boolean.TRUE.equals(literal(body, "sensitive"))) {
            output.and("sensitive", true);
        }
        return output.and("pos", position);
    }

    private static FixedOrder module(String name, HclBody body, FixedOrder position) {
        FixedOrder module = named(name).and("source", text(body, "source"));
        some(module, "version", text(body, "version"));
        return module.and("pos", position);
    }

    private void provider(String name, String alias) {
        requiredProviders.putIfAbsent(name, new FixedOrder());
        FixedOrder config = named(name);
        some(config, "alias", alias);
        providerConfigs.put(alias.isEmpty() ? name : name + "." + alias, config);
    }

    /// @param written a version, as it once was, or a mapping with the source, too
    private void require(String name, String written) {
        HclBody body = HclReader.read(
                written.startsWith("{") ? written.substring(1, written.length() - 1) : "version = " + written);
        FixedOrder provider = new FixedOrder();
        some(provider, "source", text(body, "source"));
        String version = text(body, "version");
        if (!version.isEmpty()) {
            provider.and("version_constraints", List.of(version));
        }
        List<FixedOrder> aliases = Arrays.stream(
                        body.values().getOrDefault("configuration_aliases", "").split("[\\[\\],\\s]+"))
                .filter(each -> !each.isEmpty())
                .map(TerraformModule::reference)
                .toList();
        if (!aliases.isEmpty()) {
            provider.and("configuration_aliases", aliases);
        }
        requiredProviders.put(name, provider);
    }

    private void resource(HclBody.Block block, FixedOrder position) {
        if (block.labels().size() < 2) {
            return;
        }
        boolean isData = block.type().equals("data");
        String type = block.labels().get(0);
        String name = block.labels().get(1);
        String provider = block.body()
                .values()
                .getOrDefault("provider", type.split("_", 2)[0])
                .replace("\"", "");
        usedProviders.add(provider.split("\\.", 2)[0]);
        FixedOrder resource = new FixedOrder()
                .and("mode", isData ? "data" : "managed")
                .and("type", type)
                .and("name", name)
                .and("provider", reference(provider))
                .and("pos", position);
        (isData ? data : managed).putIfAbsent((isData ? "data." : "") + type + "." + name, resource);
    }

    /// A provider such as `aws` or `aws.west`.
    private static FixedOrder reference(String written) {
        String[] parts = written.split("\\.", 2);
        FixedOrder reference = named(parts[0]);
        some(reference, "alias", parts.length > 1 ? parts[1] : "");
        return reference;
    }

    private static FixedOrder named(String name) {
        return new FixedOrder().and("name", name);
    }

    private static void some(FixedOrder into, String key, String text) {
        if (!text.isEmpty()) {
            into.put(key, text);
        }
    }

    private static String text(HclBody body, String key) {
        return literal(body, key) instanceof String text ? text : "";
    }

    /// Nothing where it would have to be computed.
    private static @Nullable Object literal(HclBody body, String key) {
        String written = body.values().get(key);
        try {
            return written == null
                    ? null
                    : Hcl.read("value = " + written + "\n").get("value");
        } catch (IOException e) {
            return null;
        }
    }

    private FixedOrder shown() {
        // What only a resource names is needed, too.
        usedProviders.forEach(name -> requiredProviders.putIfAbsent(name, new FixedOrder()));
        FixedOrder shown = new FixedOrder()
                .and("path", folder.toString())
                .and("variables", variables)
                .and("outputs", outputs);
        if (!requiredCore.isEmpty()) {
            shown.and("required_core", requiredCore);
        }
        shown.and("required_providers", requiredProviders);
        if (!providerConfigs.isEmpty()) {
            shown.and("provider_configs", providerConfigs);
        }
        return shown.and("managed_resources", managed)
                .and("data_resources", data)
                .and("module_calls", modules);
    }
}
