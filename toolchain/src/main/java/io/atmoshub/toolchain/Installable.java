package io.atmoshub.toolchain;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/// One version of a tool for one platform, as a registry says it: all that is needed to fetch, check and install it.
/// `addresses` are tried in order; the first is where it really comes from. `programs` is what goes on the PATH.
public record Installable(
        ToolId tool,
        String version,
        Platform platform,
        List<URI> addresses,
        String assetName,
        Packing packing,
        List<Program> programs,
        List<ChecksumSource> checksums,
        List<Signature> signatures) {
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+~-]{0,127}");

    public Installable {
        checkVersion(tool, version);
        addresses = List.copyOf(addresses);
        programs = List.copyOf(programs);
        checksums = List.copyOf(checksums);
        signatures = List.copyOf(signatures);
        if (addresses.isEmpty() || programs.isEmpty()) {
            throw new ToolchainException(
                    "%s@%s has no %s."
                            .formatted(tool, version, addresses.isEmpty() ? "address" : "program to put on the PATH"),
                    "Check its definition.");
        }
    }

    /// A program under `name`, found at `source` below the archive's root. The file itself, when it is no archive.
    public record Program(String name, String source) {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+@~-]{0,127}");

        public Program {
            if (!NAME.matcher(name).matches()) {
                throw new ToolchainException(
                        "\"%s\" can't be the name of a program.".formatted(name), "Check the tool's definition.");
            }
        }

        public Program(String name) {
            this(name, name);
        }
    }

    /// A version becomes a folder's name.
    public static void checkVersion(ToolId tool, String version) {
        if (!VERSION.matcher(version).matches() || version.equals("latest")) {
            throw new ToolchainException(
                    "\"%s\" can't be a version of %s.".formatted(version, tool),
                    "Versions are those of its releases; see them with: atmos toolchain get %s".formatted(tool));
        }
    }

    public URI address() {
        return addresses.getFirst();
    }

    @Override
    public String toString() {
        return tool + "@" + version;
    }
}
