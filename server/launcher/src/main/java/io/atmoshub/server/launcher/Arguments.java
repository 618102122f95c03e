package io.atmoshub.server.launcher;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What was typed after `atmos-hub`.
sealed interface Arguments {
    /// Runs the hub; `withParent`: only as long as the process that started it.
    record Run(Optional<Path> settings, boolean withParent) implements Arguments {}

    record Help() implements Arguments {}

    record Version() implements Arguments {}

    record Misused(String why) implements Arguments {}

    static Arguments parse(List<String> words) {
        Optional<Path> settings = Optional.empty();
        boolean withParent = false;
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--help", "-h" -> {
                    return new Help();
                }
                case "--version", "-V" -> {
                    return new Version();
                }
                case "--settings" -> {
                    if (!rest.hasNext()) {
                        return new Misused("--settings needs a file.");
                    }
                    settings = Optional.of(Path.of(rest.next()).toAbsolutePath());
                }
                case "--end-with-parent" -> withParent = true;
                default -> {
                    return new Misused("Unknown argument: " + word);
                }
            }
        }
        return new Run(settings, withParent);
    }

    String HELP = """
            Usage: atmos-hub [--settings FILE] [--end-with-parent]

            Runs Atmos Hub in the foreground: its database, and the server. Ctrl-C or SIGTERM stops both.

              --settings FILE   settings from a properties file; the environment goes before it
              --end-with-parent stop when the process that started it ends
              --version         print the version
              --help            print this

            The settings that matter most, as environment variables (docs/settings.md has them all):

              ATMOS_HUB_DATA            folder for everything it keeps (~/.atmos-hub)
              ATMOS_HUB_HTTP_HOST       address to listen on (127.0.0.1)
              ATMOS_HUB_HTTP_PORT       port to listen on (8080)
              ATMOS_HUB_TLS_CERT, _KEY  PEM files; with them it speaks HTTPS
              ATMOS_HUB_DB_URL, _USER, _PASSWORD
                                        a PostgreSQL of your own, and the role that owns its tables
              ATMOS_HUB_ADMIN_PASSWORD  password of the first administrator

            Examples:

              atmos-hub
              ATMOS_HUB_DATA=/srv/hub ATMOS_HUB_HTTP_HOST=0.0.0.0 atmos-hub
            """;
}
