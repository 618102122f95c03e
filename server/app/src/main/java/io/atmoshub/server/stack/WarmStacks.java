package io.atmoshub.server.stack;

import io.atmoshub.project.Limits;
import io.atmoshub.server.settings.Settings;
import io.atmoshub.server.wiring.Service;
import io.atmoshub.stacks.ToolFinder;
import io.atmoshub.stacks.live.Look;
import io.atmoshub.stacks.live.WarmProjects;
import io.atmoshub.stacks.validation.Finding;
import io.atmoshub.stacks.validation.StackValidation;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The one warm index of this server, for the assistant and for people: what others wrote is read in the project's
/// folder only, and from hosts an admin listed; without environment and processes.
@Service
public final class WarmStacks {
    private final WarmProjects projects;
    private final ReentrantLock checking = new ReentrantLock();
    private @Nullable Checked last;

    private record Checked(Path folder, long began, List<Finding> findings) {}

    @Inject
    public WarmStacks(Settings settings) {
        Set<String> hosts = Set.copyOf(settings.importHosts());
        projects = new WarmProjects(folder -> Limits.server(folder, hosts));
    }

    public WarmProjects projects() {
        return projects;
    }

    Look look(Path folder) {
        return projects.in(folder).now();
    }

    /// What a check of all stacks finds. One check at a time; who asked before another's began takes its result.
    List<Finding> findings(Path folder) {
        long asked = System.nanoTime();
        checking.lock();
        try {
            Checked before = last;
            if (before != null && before.folder().equals(folder) && before.began() - asked > 0) {
                return before.findings();
            }
            long began = System.nanoTime();
            List<Finding> findings = StackValidation.of(projects.project(folder), ToolFinder.NONE);
            last = new Checked(folder, began, findings);
            return findings;
        } finally {
            checking.unlock();
        }
    }
}
