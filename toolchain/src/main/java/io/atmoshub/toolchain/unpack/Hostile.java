package io.atmoshub.toolchain.unpack;

import io.atmoshub.toolchain.ToolchainException;

/// Makes the refusals of archives that do what no honest one does.
final class Hostile {
    private Hostile() {}

    static ToolchainException entry(String name, String deed) {
        return new ToolchainException(
                "The archive is refused: its entry \"%s\" %s. Nothing was installed.".formatted(shown(name), deed),
                "Don't use this download; tell its publisher.");
    }

    static ToolchainException size(String deed) {
        return new ToolchainException(
                "The archive is refused: %s. Nothing was installed.".formatted(deed),
                "It may be made to fill the disk. If it is really that large, install the tool by hand into its folder"
                        + " below .tools.");
    }

    private static String shown(String name) {
        String harmless = name.replaceAll("\\p{Cntrl}", "?");
        return harmless.length() > 120 ? harmless.substring(0, 120) + "…" : harmless;
    }
}
