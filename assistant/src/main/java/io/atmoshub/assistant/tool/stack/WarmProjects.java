package io.atmoshub.assistant.tool.stack;

import io.atmoshub.project.Limits;
import io.atmoshub.project.Opening;
import io.atmoshub.project.Project;
import io.atmoshub.stacks.ToolFinder;
import io.atmoshub.stacks.live.LiveStacks;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// The projects that were asked about last, each with its stacks kept warm.
final class WarmProjects {
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
    WarmProjects(Function<Path, Limits> limits) {
        this.limits = limits;
    }

    synchronized LiveStacks in(Path folder) {
        return warm.computeIfAbsent(folder, each -> new LiveStacks(() -> project(each), ToolFinder.NONE));
    }

    Project project(Path folder) {
        return Project.open(Opening.of(folder), limits.apply(folder));
    }
}
