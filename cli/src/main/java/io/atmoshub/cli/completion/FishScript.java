package io.atmoshub.cli.completion;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// Completion for fish: one line for each command and option.
final class FishScript {
    private static final int DEEPEST = 3;

    private final StringBuilder script = new StringBuilder("complete -c atmos -f\n");

    private FishScript() {}

    static String of(CommandLine root) {
        var fish = new FishScript();
        fish.add(root, List.of());
        return fish.script.toString();
    }

    private void add(CommandLine command, List<String> path) {
        String when = path.isEmpty()
                ? "__fish_use_subcommand"
                : String.join(
                        "; and ",
                        path.stream()
                                .map(name -> "__fish_seen_subcommand_from " + name)
                                .toList());
        if (path.size() < DEEPEST) {
            command.getSubcommands().forEach((name, sub) -> {
                line(when, "-a " + name, sub.getCommandSpec().usageMessage().description());
                add(sub, append(path, name));
            });
        }
        for (OptionSpec option : command.getCommandSpec().options()) {
            line(when, "-l " + option.longestName().replaceFirst("^--", ""), option.description());
        }
    }

    private void line(String when, String what, String[] description) {
        String words = String.join(" ", description).replace("'", "\\'");
        script.append("complete -c atmos -n '%s' %s -d '%s'%n".formatted(when, what, words));
    }

    private static List<String> append(List<String> path, String name) {
        var longer = new java.util.ArrayList<>(path);
        longer.add(name);
        return List.copyOf(longer);
    }
}
