package io.atmoshub.cli.toolchain;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How variables are told to a shell. Values are quoted so that nothing in them is run.
enum Shell {
    bash,
    zsh,
    fish,
    powershell,
    dotenv;

    List<String> lines(Map<String, String> variables) {
        return new TreeMap<>(variables)
                .entrySet().stream()
                        .map(one -> line(one.getKey(), one.getValue()))
                        .toList();
    }

    private String line(String name, String value) {
        return switch (this) {
            case bash, zsh -> "export %s=%s".formatted(name, quoted(value));
            case fish -> "set -gx %s %s".formatted(name, name.equals("PATH") ? list(value) : fishQuoted(value));
            case powershell -> "$env:%s = '%s'".formatted(name, value.replace("'", "''"));
            case dotenv ->
                "%s=\"%s\""
                        .formatted(
                                name,
                                value.replace("\\", "\\\\")
                                        .replace("\"", "\\\"")
                                        .replace("$", "\\$"));
        };
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }

    private static String fishQuoted(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String list(String path) {
        return Stream.of(path.split(File.pathSeparator)).map(Shell::fishQuoted).collect(Collectors.joining(" "));
    }
}
