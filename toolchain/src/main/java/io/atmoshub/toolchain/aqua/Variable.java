package io.atmoshub.toolchain.aqua;

import org.jspecify.annotations.Nullable;

/// Something a template asks for: `.Vars.channel`.
public record Variable(
        String name, boolean required, @Nullable String fallback) {}
