package io.atmoshub.toolchain.aqua;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is different on some platforms.
public record RuntimeOverride(
        @Nullable String os,
        @Nullable String arch,
        @Nullable List<String> envs,
        List<Variant> variants,
        Definition definition) {

    /// One more property of the machine, as `libc: musl`.
    public record Variant(String key, String value) {}

    public RuntimeOverride {
        envs = envs == null ? null : List.copyOf(envs);
        variants = List.copyOf(variants);
    }

    /// Emulation doesn't count here: an override for amd64 is not meant for an emulated one.
    boolean matches(Target target) {
        return (os == null || os.equals(target.platform().os()))
                && (arch == null || arch.equals(target.platform().arch()))
                && (envs == null || Reach.among(envs, target.platform(), false))
                && variants.stream().allMatch(target::has);
    }
}
