package io.atmoshub.hub.testing;

import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionListener;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A listener that keeps what it hears, and checks that it hears one thing at a time.
public final class Follower implements SessionListener {
    private final List<SessionEvent> events = new CopyOnWriteArrayList<>();
    private final List<LiveText> texts = new CopyOnWriteArrayList<>();
    private final Map<String, String> blocks = new ConcurrentHashMap<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean twoAtOnce;
    private volatile @Nullable HubException end;

    @Override
    public void event(SessionEvent event) {
        alone(() -> events.add(event));
    }

    @Override
    public void text(LiveText piece) {
        alone(() -> {
            texts.add(piece);
            blocks.compute(piece.run() + "/" + piece.block(), (key, soFar) -> {
                String before = soFar == null ? "" : soFar;
                if (piece.offset() > before.length()) {
                    throw new AssertionError("A piece is missing before offset " + piece.offset());
                }
                return before.substring(0, piece.offset()) + piece.text();
            });
        });
    }

    @Override
    public void ended(HubException why) {
        alone(() -> end = why);
    }

    public List<SessionEvent> events() {
        return List.copyOf(events);
    }

    public List<LiveText> texts() {
        return List.copyOf(texts);
    }

    /// The live text of a block as a person saw it grow.
    public String block(Happening.AssistantText text) {
        return blocks.getOrDefault(text.run() + "/" + text.block(), "");
    }

    public boolean heardTwoAtOnce() {
        return twoAtOnce;
    }

    public SessionEvent awaitEvent(String what, Predicate<SessionEvent> wanted) {
        return Await.some(what, () -> events.stream().filter(wanted).findFirst());
    }

    public <T extends Happening> T await(Class<T> kind) {
        return kind.cast(
                awaitEvent(kind.getSimpleName(), e -> kind.isInstance(e.what())).what());
    }

    public HubException awaitEnd() {
        return Await.some("the end of the subscription", () -> Optional.ofNullable(end));
    }

    /// Waits until this many runs have ended.
    public void awaitRuns(int count) {
        Await.until(
                "%d ended runs".formatted(count),
                () -> events.stream().filter(Follower::endsARun).count() >= count);
    }

    public static boolean endsARun(SessionEvent event) {
        return event.what() instanceof Happening.RunFinished
                || event.what() instanceof Happening.RunFailed
                || event.what() instanceof Happening.RunCancelled;
    }

    private void alone(Runnable note) {
        if (!busy.compareAndSet(false, true)) {
            twoAtOnce = true;
        }
        note.run();
        busy.set(false);
    }
}
