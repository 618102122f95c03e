package io.atmoshub.cli.ai;

import io.atmoshub.cli.Noun;
import picocli.CommandLine.Command;

/// `atmos ai sessions`.
@Command(
        name = "sessions",
        description = "The sessions you can see.",
        subcommands = {ListSessionsCommand.class, ShowSessionCommand.class, DeleteSessionCommand.class},
        footer = {"", "Examples:", "  atmos ai sessions list", "  atmos ai sessions show last"})
final class SessionsCommand extends Noun {}
