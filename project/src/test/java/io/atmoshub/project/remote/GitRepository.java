package io.atmoshub.project.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A real repository, for tests.
record GitRepository(Path folder) {
    static GitRepository in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var repository = new GitRepository(folder);
        repository.git("init", "--quiet", "--initial-branch=main");
        return repository;
    }

    GitRepository with(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return this;
    }

    /// The commit.
    String commit() throws IOException, InterruptedException {
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "-m", "Change");
        return git("rev-parse", "HEAD");
    }

    String git(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=Ana", "-c", "user.email=ana@example.org"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    String address() {
        return "git::file://" + folder;
    }
}
