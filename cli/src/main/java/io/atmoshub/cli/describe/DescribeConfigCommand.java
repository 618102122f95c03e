package io.atmoshub.cli.describe;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.output.Document;
import io.atmoshub.cli.output.FixedOrder;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.project.Config;
import io.atmoshub.project.Project;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `atmos describe config`.
@Command(
        name = "config",
        description =
                "Shows the configuration: every atmos.yaml that counts, merged, with variables and options over it.",
        footer = {
            "",
            "Examples:",
            "  atmos describe config --query .stacks",
            "  atmos describe config --origins --format yaml"
        })
final class DescribeConfigCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final GlobalOptions options;

    @Mixin
    private Document document = new Document();

    @Option(names = "--origins", description = "Shows where each value was set instead.")
    private boolean origins;

    DescribeConfigCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() {
        Project project = options.project(terminal);
        FixedOrder shown = origins ? origins(project.config()) : CliConfig.all(project, Version.shown());
        document.show(terminal, options.folder(terminal), shown, Document.Format.json);
        return Atmos.DONE;
    }

    private static FixedOrder origins(Config config) {
        var all = new FixedOrder();
        config.origins().forEach((path, origin) -> all.and(path, Config.words(origin)));
        return all;
    }
}
