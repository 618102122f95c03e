package io.atmoshub.toolchain.registry;

import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.aqua.AquaPackage;
import io.atmoshub.toolchain.release.Versions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds a version's tag. People write 1.2.3 where the repository has `v1.2.3`, and the address needs the latter.
final class Tags {
    private Tags() {}

    static String of(AquaPackage tool, String version, Versions versions) {
        String prefix = tool.definition().versions().prefix();
        String front = prefix == null ? "" : prefix;
        boolean number = !version.isEmpty() && Character.isDigit(version.charAt(0));
        if (!number) {
            return version.startsWith(front) || !versionWithV(version) ? version : front + version;
        }
        if (front.endsWith("v")) {
            return front + version;
        }
        return switch (tool.tagStyle()) {
            case WITH_V -> front + "v" + version;
            case WITHOUT_V -> front + version;
            case UNKNOWN -> known(tool, version, front, versions);
        };
    }

    /// As the repository's list has it; without one, as most do it.
    private static String known(AquaPackage tool, String version, String front, Versions versions) {
        String withV = front + "v" + version;
        List<String> ways = Stream.of(front + version, withV, version, "v" + version)
                .distinct()
                .toList();
        try {
            List<String> tags = versions.tags(tool);
            Optional<String> known = ways.stream().filter(tags::contains).findFirst();
            return known.orElse(withV);
        } catch (ToolchainException e) {
            return withV;
        }
    }

    private static boolean versionWithV(String version) {
        return version.length() > 1 && version.charAt(0) == 'v' && Character.isDigit(version.charAt(1));
    }
}
