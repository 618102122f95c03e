package io.atmoshub.server.launcher.settings;

import io.atmoshub.server.launcher.CannotStart;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// Settings as they were given: the environment, and below it a properties file with the same names.
/// A blank value counts as not given, so that `ATMOS_HUB_TLS_CERT=` in a service file switches a thing off.
record Given(Map<String, String> environment, Properties file) {
    static Given of(Map<String, String> environment, Optional<Path> file) {
        return new Given(Map.copyOf(environment), file.map(Given::read).orElseGet(Properties::new));
    }

    Optional<String> value(String name) {
        String given = environment.getOrDefault(name, file.getProperty(name, ""));
        return given.isBlank() ? Optional.empty() : Optional.of(given.strip());
    }

    private static Properties read(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotStart("Can't read the settings in %s: %s".formatted(file, e.getMessage()), e);
        }
        for (String name : properties.stringPropertyNames()) {
            if (!Settings.NAMES.contains(name)) {
                throw new CannotStart("%s: there is no setting %s. Settings are: %s"
                        .formatted(file, name, String.join(", ", Settings.NAMES)));
            }
        }
        return properties;
    }
}
