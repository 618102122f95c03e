package io.atmoshub.cli.describe;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.Failure;
import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.Stacks;
import io.atmoshub.cli.output.Document;
import io.atmoshub.cli.output.FixedOrder;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.project.Limits;
import io.atmoshub.project.Opening;
import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.StackEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `atmos describe affected`.
@Command(
        name = "affected",
        description = "Shows which components a change touches, compared with a commit or another checkout.",
        footer = {
            "",
            "Examples:",
            "  atmos describe affected --ref main",
            "  atmos describe affected --repo-path ../before --include-dependents"
        })
final class DescribeAffectedCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final GlobalOptions options;

    @Option(
            names = "--ref",
            paramLabel = "BRANCH|TAG",
            description = "What to compare with; origin's own branch, if not given.")
    private @Nullable String ref;

    @Option(
            names = {"--sha", "--base"},
            paramLabel = "COMMIT",
            description = "The commit to compare with.")
    private @Nullable String sha;

    @Option(
            names = "--repo-path",
            paramLabel = "FOLDER",
            description = "Another checkout to compare with; needs no Git.")
    private @Nullable Path checkout;

    @Option(
            names = {"-s", "--stack"},
            paramLabel = "STACK",
            description = "Only components of this stack.")
    private @Nullable String stack;

    @Option(
            names = "--include-dependents",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Also who depends on each.")
    private boolean dependents;

    @Option(
            names = "--include-settings",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Also the settings of each.")
    private boolean settings;

    @Option(
            names = {"--include-spacelift-admin-stacks", "--clone-target-ref", "--verbose"},
            arity = "0..1",
            fallbackValue = "true",
            hidden = true,
            description = "Accepted for scripts that give it.")
    void ignored(boolean given) {}

    @Mixin
    private Document document = new Document();

    @Mixin
    private ProcessingOptions processing = new ProcessingOptions();

    DescribeAffectedCommand(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public Integer call() throws IOException {
        Project project = options.project(terminal);
        if (checkout != null) {
            Path other = terminal.folder().resolve(checkout).normalize();
            if (!Files.isDirectory(other)) {
                throw Failure.of("There is no folder %s.".formatted(checkout), "Name a checkout after --repo-path.");
            }
            Path root = top(project.basePath());
            show(project, root, other, changed(root, other));
            return Atmos.DONE;
        }
        Git git = Git.in(project.basePath(), terminal);
        String commit = sha != null ? git.commit(sha) : git.commit(ref != null ? ref : git.base());
        Path before = Files.createTempDirectory("atmos-before").toRealPath();
        try {
            git.extract(commit, before);
            show(project, git.root(), before, git.changedSince(commit));
        } finally {
            remove(before);
        }
        return Atmos.DONE;
    }

    private void show(Project project, Path root, Path before, List<Path> changed) throws IOException {
        StackEngine now = Stacks.open(project, options, terminal);
        Path there =
                before.resolve(root.toRealPath().relativize(project.basePath().toRealPath()));
        StackEngine then =
                Stacks.open(Project.open(at(project, there), Limits.laptop(environment())), options, terminal);
        var affected = new Affected(now, then, changed, processing.processing());
        var finder = new Dependents(now, processing.processing());
        var shown = new ArrayList<FixedOrder>();
        for (Affected.Touched touched : affected.find(Optional.ofNullable(stack))) {
            YamlNode own = touched.component().section().get("settings");
            shown.add(affected.shown(touched)
                    .and("dependents", dependents ? finder.of(touched.component(), settings, true) : List.of())
                    .and("included_in_dependents", false)
                    .and("settings", settings && own != null ? own.toJava() : Map.of()));
        }
        if (dependents) {
            shown.forEach(each -> each.put("included_in_dependents", included(each, shown)));
        }
        document.show(terminal, options.folder(terminal), shown, Document.Format.json);
    }

    /// The same project as it was, in another folder.
    private static Opening at(Project project, Path folder) {
        Path config = folder.resolve(project.basePath().relativize(project.configFolder()))
                .normalize();
        return new Opening(
                folder,
                List.of(),
                Files.isDirectory(config) ? List.of(config) : List.of(),
                Optional.of(folder.toString()),
                List.of(),
                Map.of());
    }

    /// Without what would lead back to the folder of now.
    private Map<String, String> environment() {
        var environment = new HashMap<>(terminal.environment());
        environment.remove("ATMOS_BASE_PATH");
        environment.remove("ATMOS_CLI_CONFIG_PATH");
        return environment;
    }

    private static boolean included(FixedOrder wanted, List<FixedOrder> all) {
        return all.stream().anyMatch(each -> has(each, wanted));
    }

    private static boolean has(Map<String, @Nullable Object> above, FixedOrder wanted) {
        return above.get("dependents") instanceof List<?> below
                && below.stream()
                        .anyMatch(each -> each instanceof FixedOrder dependent
                                && (String.valueOf(dependent.get("stack_slug")).equals(wanted.get("stack_slug"))
                                        || has(dependent, wanted)));
    }

    /// The top of the working copy, or the folder itself where there is none.
    private static Path top(Path folder) {
        for (Path here = folder; here != null; here = here.getParent()) {
            if (Files.exists(here.resolve(".git"))) {
                return here;
            }
        }
        return folder;
    }

    /// Files of one folder that the other has not, or has with another content.
    private static List<Path> changed(Path one, Path other) throws IOException {
        var changed = new ArrayList<Path>();
        for (boolean forward : new boolean[] {true, false}) {
            Path from = forward ? one : other;
            Path to = forward ? other : one;
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path counterpart = to.resolve(from.relativize(file));
                    if (!file.startsWith(from.resolve(".git")) && differ(file, counterpart)) {
                        changed.add(one.resolve(from.relativize(file)));
                    }
                }
            }
        }
        return changed;
    }

    private static boolean differ(Path file, Path counterpart) throws IOException {
        return !Files.isRegularFile(counterpart) || Files.mismatch(file, counterpart) >= 0;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
