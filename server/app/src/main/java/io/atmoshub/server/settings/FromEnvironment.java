package io.atmoshub.server.settings;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/// Gives the server the settings that its operator made.
@Dependent
public class FromEnvironment {
    @Produces
    @Dependent
    static Settings settings() {
        return new Settings(System.getenv());
    }
}
