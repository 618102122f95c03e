package io.atmoshub.toolchain.aqua;

import static io.atmoshub.toolchain.aqua.Definition.or;

import io.atmoshub.toolchain.Platform;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which platforms a package has, and how it calls them. What is null was not said.
public record Reach(
        @Nullable List<String> supportedEnvs,
        @Nullable Boolean rosetta2,
        @Nullable Boolean windowsArmEmulation,
        @Nullable Map<String, String> replacements,
        @Nullable List<RuntimeOverride> overrides,
        @Nullable List<FormatOverride> formatOverrides) {

    /// Another format on one operating system.
    public record FormatOverride(String os, String format) {}

    public Reach {
        supportedEnvs = supportedEnvs == null ? null : List.copyOf(supportedEnvs);
        replacements = replacements == null ? null : Map.copyOf(replacements);
        overrides = overrides == null ? null : List.copyOf(overrides);
        formatOverrides = formatOverrides == null ? null : List.copyOf(formatOverrides);
    }

    Reach over(Reach base) {
        return new Reach(
                or(supportedEnvs, base.supportedEnvs),
                or(rosetta2, base.rosetta2),
                or(windowsArmEmulation, base.windowsArmEmulation),
                or(replacements, base.replacements),
                or(overrides, base.overrides),
                or(formatOverrides, base.formatOverrides));
    }

    /// Words for one platform are added to the others', while those for a version replace them.
    Reach adding(@Nullable Map<String, String> more) {
        if (more == null || replacements == null) {
            return more == null ? this : withReplacements(more);
        }
        var both = new HashMap<>(replacements);
        both.putAll(more);
        return withReplacements(both);
    }

    Reach withoutEmulation() {
        return new Reach(supportedEnvs, null, null, replacements, overrides, formatOverrides);
    }

    /// Whether another processor's build is run there: Rosetta 2 on a Mac, Windows' own emulation.
    boolean emulates(Platform platform) {
        return platform.arch().equals("arm64")
                && ((platform.os().equals("darwin") && Boolean.TRUE.equals(rosetta2))
                        || (platform.windows() && Boolean.TRUE.equals(windowsArmEmulation)));
    }

    boolean supports(Platform platform) {
        return supportedEnvs == null || among(supportedEnvs, platform, emulates(platform));
    }

    /// @param emulated whether amd64 will do
    static boolean among(List<String> envs, Platform platform, boolean emulated) {
        return envs.stream()
                .anyMatch(env -> env.equals("all")
                        || env.equals(platform.os())
                        || env.equals(platform.arch())
                        || env.equals(platform.os() + "/" + platform.arch())
                        || (emulated && (env.equals("amd64") || env.equals(platform.os() + "/amd64"))));
    }

    private Reach withReplacements(Map<String, String> other) {
        return new Reach(supportedEnvs, rosetta2, windowsArmEmulation, other, overrides, formatOverrides);
    }
}
