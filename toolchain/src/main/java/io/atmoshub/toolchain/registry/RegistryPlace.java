package io.atmoshub.toolchain.registry;

/// A registry as it is configured: the higher its priority, the earlier it is asked.
public record RegistryPlace(String name, int priority, RegistrySource source) {}
