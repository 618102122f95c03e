package io.atmoshub.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Finds out what stands where the cursor is: a command, an option, or the value of something.
final class Completer {
    /// What is wanted there.
    sealed interface Place {
        record Command(CommandLine holder) implements Place {}

        record Option(CommandLine command) implements Place {}

        /// @param written what of the word belongs to it
        record Value(CommandLine command, ArgSpec argument, String written) implements Place {}

        record Nothing() implements Place {}
    }

    private CommandLine at;
    private int positional;
    private @Nullable OptionSpec pending;

    private Completer(CommandLine root) {
        this.at = root;
    }

    /// @param before the whole words
    /// @param last the one at the cursor, as far as it is written
    static Place place(CommandLine root, List<String> before, String last) {
        var completer = new Completer(root);
        before.forEach(completer::pass);
        return completer.here(last);
    }

    private void pass(String word) {
        if (pending != null) {
            pending = null;
        } else if (word.startsWith("-") && word.length() > 1) {
            OptionSpec option = word.contains("=") ? null : at.getCommandSpec().findOption(word);
            pending = option != null && option.arity().min() > 0 ? option : null;
        } else if (at.getSubcommands().containsKey(word)) {
            at = Objects.requireNonNull(at.getSubcommands().get(word));
        } else {
            positional++;
        }
    }

    private Place here(String last) {
        if (pending != null) {
            return new Place.Value(at, pending, last);
        }
        int equals = last.indexOf('=');
        if (last.startsWith("-") && equals > 0) {
            OptionSpec option = at.getCommandSpec().findOption(last.substring(0, equals));
            return option == null ? new Place.Nothing() : new Place.Value(at, option, last.substring(equals + 1));
        }
        if (last.startsWith("-")) {
            return new Place.Option(at);
        }
        if (!at.getSubcommands().isEmpty()) {
            return positional == 0 ? new Place.Command(at) : new Place.Nothing();
        }
        return at.getCommandSpec().positionalParameters().stream()
                .filter(each -> each.index().contains(positional))
                .findFirst()
                .<Place>map(parameter -> new Place.Value(at, parameter, last))
                .orElseGet(Place.Nothing::new);
    }

    static Stream<Offer> commands(CommandLine holder) {
        return holder.getSubcommands().values().stream()
                .distinct()
                .filter(each -> !each.getCommandSpec().usageMessage().hidden())
                .map(each -> new Offer(
                        each.getCommandName(),
                        words(each.getCommandSpec().usageMessage().description())));
    }

    static Stream<Offer> options(CommandLine command) {
        var offers = new ArrayList<Offer>();
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!option.hidden()) {
                offers.add(new Offer(option.longestName(), words(option.description())));
            }
        }
        return offers.stream();
    }

    /// The values of a closed choice; nothing for what is open.
    static Stream<Offer> choices(ArgSpec argument) {
        Iterable<String> choices = argument.completionCandidates();
        var offers = new ArrayList<Offer>();
        if (choices != null) {
            choices.forEach(choice -> offers.add(Offer.of(choice)));
        }
        return offers.stream();
    }

    private static String words(String[] description) {
        return String.join(" ", description).replaceAll("\\$\\{[^}]*}", "…");
    }
}
