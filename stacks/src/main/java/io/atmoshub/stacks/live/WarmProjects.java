package io.atmoshub.stacks.live;

import io.atmoshub.project.Limits;
import io.atmoshub.project.Opening;
import io.atmoshub.project.Project;
import io.atmoshub.stacks.ToolFinder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// The projects that were asked about last, by folder, each with its stacks kept warm. Safe for many threads.
public final class WarmProjects {
    private static final int MOST = 8;

    private final Function<Path, Limits> limits;
    private final Map<Path, LiveStacks> warm = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, LiveStacks> eldest) {
            return size() > MOST;
        }
    };

    /// @param limits under which the project in a folder is read
    public WarmProjects(Function<Path, Limits> limits) {
        this.limits = limits;
    }

    public synchronized LiveStacks in(Path folder) {
        return warm.computeIfAbsent(folder, each -> new LiveStacks(() -> project(each), ToolFinder.NONE));
    }

    /// The project in a folder, as its configuration is now.
    public Project project(Path folder) {
        return Project.open(Opening.of(folder), limits.apply(folder));
    }
}
