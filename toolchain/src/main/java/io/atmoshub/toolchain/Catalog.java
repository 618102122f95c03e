package io.atmoshub.toolchain;

import java.util.List;

/// What tools there are and where they come from: what installing asks of the registries.
public interface Catalog {
    /// The tool that people mean by this: an alias, a registry's name for it, or `owner/repo`.
    ///
    /// @throws ToolchainException when there is none, with the names that come near
    ToolId named(String name);

    /// Its versions, the newest first.
    List<String> versions(ToolId tool);

    /// The version that is meant by an exact one, `latest` or a constraint.
    String version(ToolId tool, String wish);

    /// An exact version, for one platform.
    Installable resolve(ToolId tool, String version, Platform platform);
}
