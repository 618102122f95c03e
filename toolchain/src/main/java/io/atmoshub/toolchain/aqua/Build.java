package io.atmoshub.toolchain.aqua;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How to build the package where there is no file for the platform.
public record Build(
        boolean enabled,
        @Nullable String type,
        @Nullable String path,
        @Nullable List<ToolFile> files,
        @Nullable List<String> excludedEnvs) {
    public Build {
        files = files == null ? null : List.copyOf(files);
        excludedEnvs = excludedEnvs == null ? null : List.copyOf(excludedEnvs);
    }
}
