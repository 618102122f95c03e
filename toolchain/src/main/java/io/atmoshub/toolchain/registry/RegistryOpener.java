package io.atmoshub.toolchain.registry;

import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.project.yaml.YamlLimits;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.fetch.Disk;
import io.atmoshub.toolchain.fetch.Documents;
import io.atmoshub.toolchain.fetch.Through;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Opens registries, wherever they are.
final class RegistryOpener {
    private static final String BUILT_IN = "builtin.yaml";

    private final IndexCache indexes;
    private final Documents documents;

    RegistryOpener(IndexCache indexes, Documents documents) {
        this.indexes = indexes;
        this.documents = documents;
    }

    Registry open(RegistrySource source) {
        return switch (source) {
            case RegistrySource.BuiltIn _ -> builtIn();
            case RegistrySource.WholeFile(var address) ->
                "file".equals(address.getScheme())
                        ? local(Path.of(address))
                        : new IndexedRegistry(indexes.of(address, documents), Map.of());
            case RegistrySource.Folder(var address) ->
                "file".equals(address.getScheme()) ? local(Path.of(address)) : new FolderRegistry(address, documents);
            case RegistrySource.Local(var path) -> local(path);
            case RegistrySource.Inline(var tools) -> ofTools(tools.origin().file(), ToolsFile.tools(tools), Map.of());
            case RegistrySource.Hub(var address) ->
                new IndexedRegistry(indexes.of(new Through(address).registry(), documents), Map.of());
        };
    }

    private static Registry builtIn() {
        try (InputStream in = RegistryOpener.class.getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new IllegalStateException("no " + BUILT_IN);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new IndexedRegistry(
                    PackageIndex.of(BUILT_IN, IndexWriter.index(BUILT_IN, text, new byte[32])), Map.of());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Registry local(Path path) {
        if (Files.isDirectory(path)) {
            return folder(path);
        }
        if (!Files.isRegularFile(path)) {
            throw new ToolchainException(
                    "There is no registry %s.".formatted(path), "Check toolchain.registries in atmos.yaml.");
        }
        return indexes.of(path, this::ofFile);
    }

    /// What is in a file: an Aqua registry, or tools in few words.
    private Registry ofFile(Path path, byte[] stamp, IndexCache.Keep keep) {
        String file = path.toString();
        try {
            String text = Yaml.text(path, file, RegistryText.LIMITS);
            if (text.lines().anyMatch(line -> line.startsWith("packages:"))) {
                byte[] index = IndexWriter.index(file, text, stamp);
                keep.keep(index);
                return new IndexedRegistry(PackageIndex.of(file, index), Map.of());
            }
            YamlNode root = Yaml.parse(file, text, YamlLimits.DEFAULT);
            if (root instanceof YamlMapping mapping) {
                ToolsFile tools = ToolsFile.of(mapping);
                return ofTools(file, tools.tools(), tools.aliases());
            }
            throw new ToolchainException(
                    "%s: this is neither a registry nor a tools.yaml.".formatted(root.origin()),
                    "A registry has \"packages\", a tools.yaml has \"tools\".");
        } catch (YamlException e) {
            throw new ToolchainException("%s: %s".formatted(e.origin(), e.problem()), e.hint(), e);
        } catch (UncheckedIOException e) {
            throw new ToolchainException(String.valueOf(e.getMessage()), "Check whose it is.", e);
        }
    }

    private static Registry ofTools(String file, List<YamlNode> tools, Map<String, String> aliases) {
        var writer = new IndexWriter();
        tools.forEach(writer::add);
        return new IndexedRegistry(PackageIndex.of(file, writer.bytes(new byte[32])), aliases);
    }

    /// All YAML files in it, as far down as `pkgs/owner/repo/registry.yaml`; the whole registry alone where it is.
    private Registry folder(Path folder) {
        for (String whole : List.of("registry.yaml", "tools.yaml")) {
            if (Files.isRegularFile(folder.resolve(whole))) {
                return local(folder.resolve(whole));
            }
        }
        var writer = new IndexWriter();
        var aliases = new HashMap<String, String>();
        try (Stream<Path> files = Files.walk(folder, 6)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".yaml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList()) {
                String text = Yaml.text(file, file.toString(), RegistryText.LIMITS);
                if (text.lines().anyMatch(line -> line.startsWith("packages:"))) {
                    new RegistryText(file.toString(), text)
                            .packages(node -> node)
                            .forEach(writer::add);
                } else if (Yaml.parse(file.toString(), text, YamlLimits.DEFAULT) instanceof YamlMapping mapping) {
                    ToolsFile tools = ToolsFile.of(mapping);
                    tools.tools().forEach(writer::add);
                    aliases.putAll(tools.aliases());
                }
            }
        } catch (YamlException e) {
            throw new ToolchainException("%s: %s".formatted(e.origin(), e.problem()), e.hint(), e);
        } catch (UncheckedIOException e) {
            throw new ToolchainException(String.valueOf(e.getMessage()), "Check whose it is.", e);
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
        return new IndexedRegistry(PackageIndex.of(folder.toString(), writer.bytes(new byte[32])), aliases);
    }

    /// What a file is known by, without reading it.
    static byte[] stamp(Path path) throws IOException {
        var attributes = new TreeMap<>(Files.readAttributes(path, "size,lastModifiedTime,fileKey"));
        return HexFormat.of()
                .parseHex(Checksum.sha256(path.toAbsolutePath() + " " + attributes)
                        .hex());
    }
}
