package io.atmoshub.server.policy;

import io.atmoshub.assistant.permission.Document;
import io.atmoshub.assistant.permission.Fact;
import io.atmoshub.assistant.permission.ProjectDocuments;
import io.atmoshub.assistant.tool.stack.StackEnvironments;
import io.atmoshub.server.stack.WarmStacks;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// What projects in folders of this server say about tools, as their files are now, and what their stacks say of
/// themselves.
@Service
public final class ProjectPolicies {
    private final WarmStacks stacks;
    private final StackEnvironments environments;

    @Inject
    public ProjectPolicies(WarmStacks stacks) {
        this.stacks = stacks;
        this.environments = new StackEnvironments(stacks.projects());
    }

    public List<Document> in(Path folder) {
        return ProjectDocuments.of(() -> stacks.projects().project(real(folder)));
    }

    public Fact environments(Path folder, String stack) {
        try {
            return environments.of(real(folder), stack);
        } catch (UncheckedIOException _) {
            return Fact.Absent.UNKNOWN;
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
