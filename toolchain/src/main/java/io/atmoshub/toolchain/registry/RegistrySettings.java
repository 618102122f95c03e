package io.atmoshub.toolchain.registry;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.fetch.Through;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The part of `atmos.yaml`'s `toolchain` that says where tools are looked up, and what people call them.
public record RegistrySettings(List<RegistryPlace> places, Map<String, String> aliases) {
    public static final URI STANDARD =
            URI.create("https://raw.githubusercontent.com/aquaproj/aqua-registry/main/registry.yaml");

    private static final String REPOSITORY = "github.com/";
    private static final String RAW = "https://raw.githubusercontent.com/";

    private static final int LOCAL_PRIORITY = 200;
    private static final int BUILT_IN_PRIORITY = 150;
    private static final int USUAL_PRIORITY = 100;

    /// What the public registry's folder is called in older documents; its whole file is one download.
    private static final String STANDARD_FOLDER = "raw.githubusercontent.com/aquaproj/aqua-registry/";

    public RegistrySettings {
        places = places.stream()
                .sorted(Comparator.comparing(RegistryPlace::priority).reversed())
                .toList();
        aliases = Map.copyOf(aliases);
    }

    /// @param section the raw `toolchain` section
    /// @param folder from where its paths start
    public static RegistrySettings of(@Nullable YamlMapping section, Path folder) {
        YamlMapping toolchain = section == null ? YamlMapping.empty(Origin.startOf("default")) : section;
        var places = new ArrayList<RegistryPlace>();
        boolean configured = toolchain.get("registries") instanceof YamlNode.Sequence;
        boolean builtInNamed = false;
        boolean localNamed = false;
        YamlNode registries = toolchain.get("registries");
        if (registries instanceof YamlNode.Sequence list) {
            for (YamlNode item : list.items()) {
                RegistryPlace place = place(item, folder);
                builtInNamed |= place.source() instanceof RegistrySource.BuiltIn;
                localNamed |= place.source() instanceof RegistrySource.Local;
                places.add(place);
            }
        } else if (registries != null && registries.toJava() != null) {
            throw wrong(registries.origin(), "toolchain.registries has to be a list.");
        }
        String named = toolchain.text("tools_config_file");
        Path tools = folder.resolve(named == null ? "tools.yaml" : named);
        if (!localNamed && (named != null || Files.exists(tools))) {
            places.add(new RegistryPlace("tools", LOCAL_PRIORITY, new RegistrySource.Local(tools)));
        }
        if (!builtInNamed) {
            places.add(new RegistryPlace("builtin", BUILT_IN_PRIORITY, new RegistrySource.BuiltIn()));
        }
        if (!configured) {
            places.add(new RegistryPlace("standard", USUAL_PRIORITY, new RegistrySource.WholeFile(STANDARD)));
        }
        return new RegistrySettings(places, aliases(toolchain));
    }

    /// The hub that everything is fetched through, where one of the registries is one.
    public Optional<Through> through() {
        return places.stream()
                .map(RegistryPlace::source)
                .flatMap(source -> source instanceof RegistrySource.Hub hub ? Stream.of(hub) : Stream.of())
                .findFirst()
                .map(hub -> new Through(hub.address()));
    }

    private static Map<String, String> aliases(YamlMapping toolchain) {
        var aliases = new LinkedHashMap<String, String>();
        if (toolchain.get("aliases") instanceof YamlMapping given) {
            for (YamlMapping.Entry entry : given) {
                if (!(entry.value() instanceof YamlNode.Scalar target) || target.value() == null) {
                    throw wrong(entry.value().origin(), "The alias \"%s\" has to name a tool.".formatted(entry.key()));
                }
                aliases.put(entry.key(), target.text());
            }
        }
        return aliases;
    }

    private static RegistryPlace place(YamlNode node, Path folder) {
        if (!(node instanceof YamlMapping item)) {
            throw wrong(node.origin(), "A registry has to be a mapping.");
        }
        String type = item.text("type");
        String given = item.text("source") != null ? item.text("source") : item.text("url");
        String address = given != null ? given : item.text("path");
        RegistrySource source =
                switch (type == null ? "aqua" : type) {
                    case "aqua", "url" -> aqua(address, folder, item);
                    case "local" -> {
                        if (address == null) {
                            throw wrong(item.origin(), "A local registry needs a path.");
                        }
                        yield new RegistrySource.Local(folder.resolve(
                                address.startsWith("file:")
                                        ? Path.of(uri(item, address)).toString()
                                        : address));
                    }
                    case "inline", "atmos" -> {
                        if (!(item.get("tools") instanceof YamlMapping tools)) {
                            throw wrong(item.origin(), "An inline registry needs tools.");
                        }
                        yield new RegistrySource.Inline(tools);
                    }
                    case "builtin" -> new RegistrySource.BuiltIn();
                    case "hub" -> new RegistrySource.Hub(uri(item, address == null ? "" : address));
                    default ->
                        throw wrong(
                                item.origin(),
                                "\"%s\" is no type of registry; there are aqua, local, inline and hub."
                                        .formatted(type));
                };
        String name = item.text("name");
        return new RegistryPlace(name == null ? source.type() : name, priority(item), source);
    }

    private static RegistrySource aqua(@Nullable String given, Path folder, YamlMapping item) {
        String ref = item.text("ref");
        String address = given;
        if (given != null && given.startsWith(REPOSITORY)) {
            address =
                    RAW + given.substring(REPOSITORY.length()) + (ref == null ? "/HEAD" : "/" + ref) + "/registry.yaml";
        } else if (ref != null) {
            if (given != null) {
                throw wrong(item.origin(), "\"ref\" belongs to a registry github.com/OWNER/REPO, or the standard one.");
            }
            address = RAW + "aquaproj/aqua-registry/" + ref + "/registry.yaml";
        }
        if (address == null || (address.contains(STANDARD_FOLDER) && address.endsWith("/pkgs"))) {
            return new RegistrySource.WholeFile(
                    address == null
                            ? STANDARD
                            : uri(item, address.substring(0, address.length() - 4) + "registry.yaml"));
        }
        if (!address.contains("://") && !address.startsWith("file:")) {
            return new RegistrySource.Local(folder.resolve(address));
        }
        URI uri = uri(item, address);
        boolean file = address.endsWith(".yaml") || address.endsWith(".yml");
        return file ? new RegistrySource.WholeFile(uri) : new RegistrySource.Folder(uri);
    }

    private static int priority(YamlMapping item) {
        String text = item.text("priority");
        try {
            return text == null ? USUAL_PRIORITY : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw wrong(item.origin(), "\"priority\" has to be a whole number, not \"%s\".".formatted(text));
        }
    }

    private static URI uri(YamlMapping item, String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getScheme() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(item.origin(), "\"%s\" is no address.".formatted(address));
        }
        throw wrong(item.origin(), "\"%s\" is no address.".formatted(address));
    }

    private static ToolchainException wrong(Origin origin, String what) {
        return new ToolchainException(
                "%s: %s".formatted(origin, what), "docs/toolchain/registries.md shows how registries are written.");
    }
}
