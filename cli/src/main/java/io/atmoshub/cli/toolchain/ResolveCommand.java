package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.aqua.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `atmos toolchain resolve`.
@Command(
        name = "resolve",
        description = {
            "Shows what would be downloaded, and who vouches for it, without installing anything.",
            "A batch has package, version, os and arch in each line, apart by tabs; versions are tags there."
        },
        footer = {
            "",
            "Examples:",
            "  atmos toolchain resolve terraform@1.10.3 helm@~3.17 --all-platforms",
            "  atmos toolchain resolve --batch wanted.tsv > addresses.tsv"
        })
final class ResolveCommand extends ToolchainAction {
    private static final List<String> ALL =
            List.of("linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64", "windows/amd64", "windows/arm64");

    @Parameters(
            paramLabel = "TOOL[@VERSION]",
            arity = "0..*",
            description = "Which tools; without a version the latest.")
    private List<String> tools = List.of();

    @Option(names = "--os", paramLabel = "OS", description = "For linux, darwin or windows.")
    private @Nullable String os;

    @Option(names = "--arch", paramLabel = "ARCH", description = "For amd64, arm64 or another processor.")
    private @Nullable String arch;

    @Option(names = "--all-platforms", description = "For the usual six.")
    private boolean allPlatforms;

    @Option(names = "--batch", paramLabel = "FILE", description = "Answers each line of this file with its address.")
    private @Nullable Path batch;

    ResolveCommand(Terminal terminal, GlobalOptions options) {
        super(terminal, options);
    }

    ResolveCommand(Terminal terminal, GlobalOptions options, List<String> tools) {
        super(terminal, options);
        this.tools = tools;
    }

    @Override
    int run(Toolbox box) {
        if (tools.isEmpty() == (batch == null)) {
            throw misused("Name tools, or a file with --batch.");
        }
        if (batch != null) {
            return ResolveBatch.answer(terminal(), box.catalog(), box.folder().resolve(batch));
        }
        var resolved = new ArrayList<ResolvedJson>();
        for (String tool : tools) {
            Wanted wanted = Wanted.parse(tool);
            String name = wanted.name();
            String version = box.catalog().version(name, wanted.version().orElse("latest"));
            platforms()
                    .forEach(target ->
                            resolved.add(ResolvedJson.of(version, box.catalog().answer(name, version, target))));
        }
        if (json()) {
            out().json(resolved);
        } else {
            resolved.forEach(this::show);
        }
        return resolved.stream().anyMatch(one -> one.reason() != null) ? Atmos.FAILED : Atmos.DONE;
    }

    private Stream<Target> platforms() {
        if (allPlatforms) {
            return ALL.stream().map(Platform::of).map(Target::of);
        }
        if (os == null && arch == null) {
            return Stream.of(Target.current());
        }
        Platform here = Platform.current();
        return Stream.of(Target.of(new Platform(os == null ? here.os() : os, arch == null ? here.arch() : arch)));
    }

    private void show(ResolvedJson one) {
        Screen out = out();
        out.line(Screen.Style.BOLD, "%s@%s %s/%s".formatted(one.tool(), one.version(), one.os(), one.arch()));
        if (one.reason() != null) {
            out.line(Screen.Style.BAD, "  nothing   " + one.reason());
            return;
        }
        if (one.compiler() != null) {
            out.line("  compile   %s, with %s".formatted(one.compiles(), one.compiler()));
        }
        if (one.url() != null) {
            out.line("  url       " + one.url());
        }
        ResolvedJson.ChecksumJson checksum = one.checksum();
        out.line("  checksum  "
                + (checksum == null ? "none" : "%s in %s".formatted(checksum.algorithm(), checksum.url())));
        if (!one.signatures().isEmpty()) {
            out.line("  signed    " + String.join(", ", one.signatures()));
        }
    }
}
