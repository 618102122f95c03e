package io.atmoshub.stacks.render;

import io.atmoshub.project.Execution;
import io.atmoshub.project.Limits;
import io.atmoshub.project.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `!git.…` functions say of the repository that a project is in.
record GitFacts(Path folder, Limits limits) {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:[a-z+]+://)?(?:[^@/]+@)?([^/:]+)(?::\\d+)?[/:](.+?)/([^/]+?)(?:\\.git)?/?");

    /// @param otherwise what counts where there is no repository
    Object fact(String name, List<String> otherwise) throws IOException {
        try {
            return switch (name) {
                case "sha" -> git("rev-parse HEAD");
                case "ref" -> git("describe --all --exact-match HEAD");
                case "branch" -> git("rev-parse --abbrev-ref HEAD");
                case "url" -> url();
                case "host" -> part(1);
                case "owner" -> part(2);
                case "name" -> part(3);
                default -> part(2) + "/" + part(3);
            };
        } catch (RefusedException e) {
            throw e;
        } catch (IOException e) {
            if (otherwise.isEmpty()) {
                throw e;
            }
            return otherwise.getFirst();
        }
    }

    private String url() throws IOException {
        return git("config --get remote.origin.url");
    }

    private String part(int group) throws IOException {
        Matcher address = ADDRESS.matcher(url());
        if (!address.matches()) {
            throw new IOException("the address of the remote \"origin\" is not understood");
        }
        return address.group(group);
    }

    private String git(String command) throws IOException {
        return Execution.output("git " + command, folder, limits);
    }
}
