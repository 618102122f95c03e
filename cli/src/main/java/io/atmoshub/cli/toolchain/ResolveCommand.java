package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.aqua.Target;
import io.atmoshub.toolchain.version.VersionWish;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            var lines = new ArrayList<String>();
            resolved.forEach(one -> show(one, lines));
            if (tools.size() == 1
                    && Wanted.parse(tools.getFirst())
                            .version()
                            .filter(this::exact)
                            .isPresent()
                    && box.askedNobody()
                    && resolved.getFirst().reason() == null) {
                String answer = Screen.harmless(String.join("\n", lines));
                KeptAnswer.keep(box, "resolve " + tools.getFirst(), answer, Optional.empty(), List.of(toolsFile(box)));
            }
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

    private boolean exact(String version) {
        return VersionWish.parse(version) instanceof VersionWish.Exact;
    }

    /// A registry as soon as it is there, whether or not `atmos.yaml` names it.
    private static Path toolsFile(Toolbox box) {
        return box.base().resolve("tools.yaml").toAbsolutePath().normalize();
    }

    /// @param lines where what is shown is added
    private void show(ResolvedJson one, List<String> lines) {
        String title = "%s@%s %s/%s".formatted(one.tool(), one.version(), one.os(), one.arch());
        out().line(Screen.Style.BOLD, title);
        lines.add(title);
        if (one.reason() != null) {
            out().line(Screen.Style.BAD, "  nothing   " + one.reason());
            return;
        }
        var details = new ArrayList<String>();
        if (one.compiler() != null) {
            details.add("  compile   %s, with %s".formatted(one.compiles(), one.compiler()));
        }
        if (one.url() != null) {
            details.add("  url       " + one.url());
        }
        ResolvedJson.ChecksumJson checksum = one.checksum();
        details.add("  checksum  "
                + (checksum == null ? "none" : "%s in %s".formatted(checksum.algorithm(), checksum.url())));
        if (!one.signatures().isEmpty()) {
            details.add("  signed    " + String.join(", ", one.signatures()));
        }
        details.forEach(out()::line);
        lines.addAll(details);
    }
}
