package io.atmoshub.cli.describe;

import io.atmoshub.cli.Failure;
import io.atmoshub.cli.Stacks;
import io.atmoshub.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The `git` on this machine, in one working copy.
record Git(Path program, Path root, Terminal terminal) {
    static Git in(Path folder, Terminal terminal) {
        Path program = Stacks.executable("git", terminal)
                .orElseThrow(() -> Failure.of(
                        "What a change touches is found with git, and there is no git on the PATH.",
                        "Install it, or compare with another checkout: --repo-path FOLDER"));
        var here = new Git(program, folder, terminal);
        String root = here.text("rev-parse", "--show-toplevel")
                .orElseThrow(() -> Failure.of(
                        "%s is in no Git repository.".formatted(folder),
                        "Go to the project's working copy, or compare with another checkout: --repo-path FOLDER"));
        return new Git(program, Path.of(root), terminal);
    }

    /// What a commit, branch or tag stands for.
    String commit(String name) {
        return text("rev-parse", "--verify", "--quiet", name + "^{commit}")
                .orElseThrow(() -> Failure.of(
                        "Git knows no commit, branch or tag \"%s\".".formatted(name),
                        "Fetch it first, or name another with --ref or --sha."));
    }

    /// The branch that others start from: the remote's own, else main or master.
    String base() {
        return List.of("refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master").stream()
                .filter(name -> text("rev-parse", "--verify", "--quiet", name).isPresent())
                .findFirst()
                .flatMap(name -> text("merge-base", name, "HEAD").or(() -> Optional.of(name)))
                .orElseThrow(() -> Failure.of(
                        "There is no branch origin/HEAD to compare with.", "Name one with --ref, such as: --ref main"));
    }

    /// Files that differ between a commit and what lies in the folder now, new ones too.
    List<Path> changedSince(String commit) {
        var files = new ArrayList<Path>();
        List.of(
                        text("-c", "core.quotePath=false", "diff", "--name-only", "--no-renames", commit),
                        text("-c", "core.quotePath=false", "ls-files", "--others", "--exclude-standard"))
                .forEach(output -> output.stream()
                        .flatMap(String::lines)
                        .filter(line -> !line.isBlank())
                        .forEach(line -> files.add(root.resolve(line))));
        return files;
    }

    /// Writes the files of a commit into a folder; the repository stays as it is.
    void extract(String commit, Path into) throws IOException {
        Path archive = Files.createTempFile("atmos-base", ".zip");
        try {
            if (text("archive", "--format=zip", "-o", archive.toString(), commit)
                    .isEmpty()) {
                throw Failure.of("Git cannot write out the commit %s.".formatted(commit), "Is it fetched in full?");
            }
            try (var zip = new ZipFile(archive.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    Path file = into.resolve(entry.getName()).normalize();
                    if (!file.startsWith(into)) {
                        continue;
                    }
                    if (entry.isDirectory()) {
                        Files.createDirectories(file);
                    } else {
                        Files.createDirectories(file.getParent());
                        try (var content = zip.getInputStream(entry)) {
                            Files.copy(content, file);
                        }
                    }
                }
            }
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    /// What git prints; nothing when it fails.
    private Optional<String> text(String... arguments) {
        var command = new ArrayList<String>(List.of(program.toString(), "-C", root.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(terminal.environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(output.strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
