package io.atmoshub.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be told of a command line before it is known whose it is: its words that are no options, and the options
/// that every command takes.
///
/// @param plain the command, what stands behind it, up to `--`
/// @param options by the name they were given, with their values
/// @param given all of it
public record Words(List<String> plain, Map<String, List<String>> options, List<String> given) {
    /// Options of Atmos, which take a value too.
    private static final List<String> OF_ATMOS = List.of(
            "--use-version",
            "--redirect-stderr",
            "--heatmap-mode",
            "--profiler-host",
            "--profiler-port",
            "--profile-file",
            "--profile-type");

    public Words {
        plain = List.copyOf(plain);
        options = Map.copyOf(options);
        given = List.copyOf(given);
    }

    public static Words of(String... arguments) {
        var plain = new ArrayList<String>();
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length && !arguments[i].equals("--"); i++) {
            String argument = arguments[i];
            int equals = argument.indexOf('=');
            if (!argument.startsWith("-") || argument.equals("-")) {
                plain.add(argument);
            } else if (takesValue(argument) && i + 1 < arguments.length) {
                add(options, argument, arguments[++i]);
            } else if (equals > 0 && takesValue(argument.substring(0, equals))) {
                add(options, argument.substring(0, equals), argument.substring(equals + 1));
            } else if (argument.startsWith("-C") && argument.length() > 2) {
                add(options, "-C", argument.substring(2));
            }
        }
        return new Words(plain, options, List.of(arguments));
    }

    private static void add(Map<String, List<String>> options, String name, String value) {
        options.computeIfAbsent(name.equals("-C") ? "--chdir" : name, any -> new ArrayList<>())
                .add(value);
    }

    public static boolean takesValue(String option) {
        return GlobalOptions.WITH_VALUE.contains(option) || OF_ATMOS.contains(option);
    }

    /// The command.
    public Optional<String> command() {
        return word(0);
    }

    /// The word at this place, the command's being 0.
    public Optional<String> word(int place) {
        return place < plain.size() ? Optional.of(plain.get(place)) : Optional.empty();
    }

    /// All values, also those that stand behind each other with commas between.
    public Stream<String> all(String name) {
        return options.getOrDefault(name, List.of()).stream().flatMap(value -> Stream.of(value.split(",")));
    }

    /// The last of several counts.
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name)).map(List::getLast);
    }
}
