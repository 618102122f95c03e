package io.atmoshub.stacks.manifest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// What working something out looked at besides manifests: files, other components, and what is different each time.
/// Recorded only where somebody means to keep the result; it tells how long the result holds.
public final class Footprint {
    private static final ScopedValue<Footprint> CURRENT = ScopedValue.newInstance();

    private final Map<Path, Seen> files = new ConcurrentHashMap<>();
    private final Set<Asked> components = ConcurrentHashMap.newKeySet();
    private volatile boolean fleeting;
    private volatile long until = Long.MAX_VALUE;

    private record Seen(Stamp stamp, long at) {
        static Seen of(Path path) {
            long now = System.currentTimeMillis();
            return new Seen(Stamp.of(path), now);
        }

        boolean isUnchanged(Path path) {
            return !stamp.isDoubtful(at) && Stamp.of(path).equals(stamp);
        }
    }

    /// A component that was asked for.
    ///
    /// @param content what stood for it in each manifest of the stack; the same objects as long as it is the same
    public record Asked(String stack, String component, List<Object> content) {}

    /// Does something and records what it looks at.
    public <T> T during(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /// A file or folder, there or not.
    public static void file(Path path) {
        if (CURRENT.isBound()) {
            CURRENT.get().files.computeIfAbsent(path, Seen::of);
        }
    }

    public static void component(Asked asked) {
        if (CURRENT.isBound()) {
            CURRENT.get().components.add(asked);
        }
    }

    /// Something that may be different the next time, and can't be looked at beforehand.
    public static void fleeting() {
        if (CURRENT.isBound()) {
            CURRENT.get().fleeting = true;
        }
    }

    /// Something that has to be looked up again after a moment.
    public static void until(Instant moment) {
        if (CURRENT.isBound()) {
            CURRENT.get().endsAt(moment.toEpochMilli());
        }
    }

    private synchronized void endsAt(long moment) {
        until = Math.min(until, moment);
    }

    /// Everything in another one.
    public static void all(Footprint other) {
        if (CURRENT.isBound()) {
            Footprint current = CURRENT.get();
            current.files.putAll(other.files);
            current.components.addAll(other.components);
            current.fleeting |= other.fleeting;
            current.endsAt(other.until);
        }
    }

    public boolean isFleeting() {
        return fleeting;
    }

    /// Whether it can be over without anybody doing something to the manifests.
    public boolean hasFiles() {
        return !files.isEmpty() || until < Long.MAX_VALUE;
    }

    public boolean isEmpty() {
        return !fleeting && !hasFiles() && components.isEmpty();
    }

    public Set<Asked> components() {
        return Set.copyOf(components);
    }

    /// Whether the files are as they were, and nothing was fleeting.
    public boolean holds() {
        return !fleeting && isUnchanged();
    }

    /// Whether the files are as they were, and its time is not over.
    public boolean isUnchanged() {
        if (System.currentTimeMillis() >= until) {
            return false;
        }
        for (Map.Entry<Path, Seen> file : files.entrySet()) {
            if (!file.getValue().isUnchanged(file.getKey())) {
                return false;
            }
        }
        return true;
    }
}
