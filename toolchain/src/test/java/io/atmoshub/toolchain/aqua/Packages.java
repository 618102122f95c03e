package io.atmoshub.toolchain.aqua;

import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.toolchain.Platform;
import java.util.Map;

/// Packages for tests, written as in a registry.
final class Packages {
    private final AquaPackage tool;

    private Packages(AquaPackage tool) {
        this.tool = tool;
    }

    static Packages of(String yaml) {
        return new Packages(PackageReader.read(Yaml.parse("registry.yaml", yaml)));
    }

    AquaPackage tool() {
        return tool;
    }

    Resolution on(String version, String platform) {
        return on(version, platform, Map.of());
    }

    Resolution on(String version, String platform, Map<String, String> variables) {
        return new PackageResolver(GitHubAddresses.PUBLIC, new GoTemplates())
                .resolve(tool, version, Target.of(Platform.of(platform)), variables);
    }

    Resolution.Asset asset(String version, String platform) {
        if (on(version, platform) instanceof Resolution.Asset asset) {
            return asset;
        }
        throw new AssertionError(on(version, platform));
    }

    String name(String version, String platform) {
        return asset(version, platform).name();
    }

    String reason(String version, String platform) {
        if (on(version, platform) instanceof Resolution.Unavailable unavailable) {
            return unavailable.reason();
        }
        throw new AssertionError(on(version, platform));
    }
}
