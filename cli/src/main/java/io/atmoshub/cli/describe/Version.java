package io.atmoshub.cli.describe;

import io.atmoshub.cli.VersionCommand;

/// The version as it stands in `append_user_agent`.
final class Version {
    private Version() {}

    /// A build that was not released calls itself `test`, as Atmos's own do.
    static String shown() {
        String version = VersionCommand.version();
        return version.endsWith("-SNAPSHOT") ? "test" : version;
    }
}
