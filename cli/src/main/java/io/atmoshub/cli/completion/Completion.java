package io.atmoshub.cli.completion;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.door.ProjectCommands;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/// Answers the shell's question what could be typed next: a line for each, with what it is behind a tab, and at last a
/// number for the shell. That is how Atmos itself answers, so that one script serves both.
public final class Completion {
    /// What the shells send.
    public static final String COMMAND = "__complete";

    /// Numbers for the shell: it may add names of files, or should not.
    private static final String FILES = ":0";
    private static final String NO_FILES = ":4";

    /// The commands of Atmos that we have not.
    private static final List<Offer> OF_ATMOS = List.of(
            new Offer("terraform", "Atmos: runs Terraform or OpenTofu for a component"),
            new Offer("helmfile", "Atmos: runs Helmfile for a component"),
            new Offer("packer", "Atmos: runs Packer for a component"),
            new Offer("ansible", "Atmos: runs Ansible for a component"),
            new Offer("vendor", "Atmos: brings components and stacks from elsewhere"),
            new Offer("auth", "Atmos: signs in to clouds"),
            new Offer("docs", "Atmos: shows a component's documentation"),
            new Offer("pro", "Atmos: Atmos Pro"));

    private final Terminal terminal;
    private final GlobalOptions options;
    private final CommandLine root;

    /// @param root with the commands that the words can mean
    public Completion(Terminal terminal, GlobalOptions options, CommandLine root) {
        this.terminal = terminal;
        this.options = options;
        this.root = root;
    }

    /// @param before the whole words
    /// @param last the one at the cursor, as far as it is written
    public int show(List<String> before, String last) {
        boolean files = false;
        Stream<Offer> offers = Stream.of();
        String start = "";
        try {
            switch (Completer.place(root, before, last)) {
                case Completer.Place.Command(var holder) ->
                    offers = Stream.concat(Completer.commands(holder), holder == root ? others() : Stream.<Offer>of());
                case Completer.Place.Option(var command) -> offers = Completer.options(command);
                case Completer.Place.Value(var command, var argument, var written) -> {
                    files = Values.FILES.contains(argument.paramLabel());
                    start = last.substring(0, last.length() - written.length());
                    offers = new Values(terminal, options).of(command, argument, written);
                }
                case Completer.Place.Nothing _ -> files = false;
            }
            show(offers, start, last);
        } catch (RuntimeException e) {
            // Whoever presses Tab in a project that can't be read wants no lecture.
            files = true;
        }
        terminal.out().line(files ? FILES : NO_FILES);
        return Atmos.DONE;
    }

    private void show(Stream<Offer> offers, String start, String last) {
        offers.map(offer -> new Offer(start + offer.value(), offer.about()))
                .filter(offer -> offer.value().startsWith(last))
                .map(Completion::line)
                .distinct()
                .forEach(terminal.out()::line);
    }

    private static String line(Offer offer) {
        String about = offer.about().lines().findFirst().orElse("").strip().replace('\t', ' ');
        return about.isEmpty() ? plain(offer.value()) : plain(offer.value()) + "\t" + about;
    }

    private static String plain(String value) {
        return Screen.harmless(value).replace('\t', ' ').replace('\n', ' ');
    }

    /// What goes to Atmos: the project's own commands, and its.
    private Stream<Offer> others() {
        Stream<Offer> own;
        try {
            own = ProjectCommands.of(options.quietly(terminal)).all().stream()
                    .map(command -> new Offer(command.name(), command.description()));
        } catch (RuntimeException e) {
            own = Stream.of();
        }
        return Stream.concat(own, OF_ATMOS.stream());
    }
}
