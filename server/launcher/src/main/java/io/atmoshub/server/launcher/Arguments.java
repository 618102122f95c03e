package io.atmoshub.server.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What was typed after `atmos-hub`.
sealed interface Arguments {
    record Run(Optional<Path> settings) implements Arguments {}

    record Help() implements Arguments {}

    record Version() implements Arguments {}

    record Misused(String why) implements Arguments {}

    static Arguments parse(List<String> words) {
        if (words.isEmpty()) {
            return new Run(Optional.empty());
        }
        String first = words.getFirst();
        if (words.size() == 2 && first.equals("--settings")) {
            return new Run(Optional.of(Path.of(words.get(1)).toAbsolutePath()));
        }
        if (words.size() > 1) {
            return new Misused("Unexpected: " + String.join(" ", words.subList(1, words.size())));
        }
        return switch (first) {
            case "--help", "-h" -> new Help();
            case "--version", "-V" -> new Version();
            case "--settings" -> new Misused("--settings needs a file.");
            default -> new Misused("Unknown argument: " + first);
        };
    }

    String HELP = """
            Usage: atmos-hub [--settings FILE]

            Runs Atmos Hub in the foreground: its database, and the server. Ctrl-C or SIGTERM stops both.

              --settings FILE   settings from a properties file; the environment goes before it
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
