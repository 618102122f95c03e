package io.atmoshub.stacks.live;

import io.atmoshub.project.Project;
import io.atmoshub.stacks.StackEngine;
import io.atmoshub.stacks.StackMemory;
import io.atmoshub.stacks.ToolFinder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A project's stacks, kept warm: asked again, only what changed is read and merged again.
///
/// Whether something changed is found out when somebody asks, by a look at every file from outside. That takes
/// milliseconds, misses nothing on any file system, and needs no thread that would have to be ended. Safe for many
/// threads; those that ask while one looks share what it finds, if it began after they asked.
public final class LiveStacks {
    /// How soon something is tried again that failed though no file changed since.
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Supplier<Project> opened;
    private final ToolFinder tools;
    private final StackMemory memory = new StackMemory();
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Taken last;

    /// @param began when the files were looked at
    /// @param tried when they were last read
    private record Taken(Look look, long began, long tried) {}

    /// @param opened opens the project as its configuration is now
    public LiveStacks(Supplier<Project> opened, ToolFinder tools) {
        this.opened = opened;
        this.tools = tools;
    }

    /// The stacks as the files are now; while those can't be understood, as they last could, and what is wrong.
    public Look now() {
        long asked = System.nanoTime();
        looking.lock();
        try {
            Taken before = last;
            if (before != null && before.began() - asked > 0) {
                return before.look();
            }
            Taken taken = taken(before, System.nanoTime());
            last = taken;
            return taken.look();
        } finally {
            looking.unlock();
        }
    }

    private Taken taken(@Nullable Taken before, long began) {
        StackEngine good = before == null ? null : before.look().good();
        try {
            Project project = opened.get();
            if (before != null && memory.isCurrent(project) && !isToBeTriedAgain(before, began)) {
                return new Taken(before.look(), began, before.tried());
            }
            return new Taken(new Look(StackEngine.open(project, tools, memory), Optional.empty()), began, began);
        } catch (RuntimeException e) {
            return new Taken(new Look(good, Optional.of(Trouble.of(e).orElseThrow(() -> e))), began, began);
        }
    }

    private static boolean isToBeTriedAgain(Taken before, long now) {
        return before.look().trouble().isPresent() && now - before.tried() > AGAIN.toNanos();
    }
}
