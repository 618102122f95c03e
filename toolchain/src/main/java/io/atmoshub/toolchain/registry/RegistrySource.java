package io.atmoshub.toolchain.registry;

import io.atmoshub.project.yaml.YamlMapping;
import java.net.URI;
import java.nio.file.Path;

/// Where a registry is.
public sealed interface RegistrySource {
    /// What this program brings along.
    record BuiltIn() implements RegistrySource {}

    /// One whole `registry.yaml`.
    record WholeFile(URI address) implements RegistrySource {}

    /// A folder on a server with a `registry.yaml` for each package, as `…/pkgs/cli/cli/registry.yaml`.
    record Folder(URI address) implements RegistrySource {}

    /// A `tools.yaml`, a registry file, or a folder of such on this machine.
    record Local(Path path) implements RegistrySource {}

    /// Written into `atmos.yaml` itself.
    record Inline(YamlMapping tools) implements RegistrySource {}

    /// The team's hub.
    record Hub(URI address) implements RegistrySource {}

    /// As people find it again.
    default String words() {
        return switch (this) {
            case BuiltIn _ -> "built in";
            case WholeFile(URI address) -> address.toString();
            case Folder(URI address) -> address.toString();
            case Local(Path path) -> path.toString();
            case Inline(YamlMapping tools) -> tools.origin().toString();
            case Hub(URI address) -> address.toString();
        };
    }

    /// As `atmos.yaml` calls it.
    default String type() {
        return switch (this) {
            case BuiltIn _ -> "builtin";
            case WholeFile _, Folder _ -> "aqua";
            case Local _ -> "local";
            case Inline _ -> "inline";
            case Hub _ -> "hub";
        };
    }
}
