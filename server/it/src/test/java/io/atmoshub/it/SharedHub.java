package io.atmoshub.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One hub for all tests that neither stop it nor mind each other's traces; started with the first of them.
final class SharedHub implements ParameterResolver {
    /// The tests themselves come from 127.0.0.1.
    static final String TRUSTED_PROXY = "127.0.0.2";

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(SharedHub.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestHub.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(
                        "hub",
                        key -> TestHub.start(newFolder(), Map.of("ATMOS_HUB_TRUSTED_PROXIES", TRUSTED_PROXY)),
                        TestHub.class);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "shared-hub");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
