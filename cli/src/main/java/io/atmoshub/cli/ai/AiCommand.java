package io.atmoshub.cli.ai;

import io.atmoshub.cli.Noun;
import picocli.CommandLine.Command;

/// `atmos ai`.
@Command(
        name = "ai",
        description = "Ask the assistant, and look after your sessions with it.",
        subcommands = {AskCommand.class, FollowCommand.class, SessionsCommand.class},
        footer = {"", "Examples:", "  atmos ai ask \"What does the vpc component do?\"", "  atmos ai sessions list"})
public final class AiCommand extends Noun {}
