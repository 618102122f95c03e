package io.atmoshub.hub.testing;

import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.FileChange;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.ToolCall;
import io.atmoshub.hub.session.Verdict;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One run of the scripted assistant: what a {@link Script} can do.
public final class Stage {
    private static final class Stopped extends RuntimeException {}

    private static final class Failed extends RuntimeException {}

    private final Room room;
    private final Room.Queued queued;
    private final StringBuilder open = new StringBuilder();
    private int block;
    private boolean stopped;

    Stage(Room room, Room.Queued queued) {
        this.room = room;
        this.queued = queued;
    }

    public RunId run() {
        return queued.run();
    }

    public String message() {
        return queued.text();
    }

    /// Streams the text word by word as one block.
    public void say(String text) {
        for (String word : text.splitWithDelimiters(" ", 0)) {
            write(word);
        }
        endBlock();
    }

    /// Streams a piece; the block stays open.
    public void write(String piece) {
        step(() -> open.append(piece));
    }

    public void endBlock() {
        step(() -> {
            String text = open.toString();
            open.setLength(0);
            return room.append(Actor.ASSISTANT, new Happening.AssistantText(run(), block++, text));
        });
    }

    /// A call that policy allows.
    public void useTool(String tool, Map<String, Object> arguments, String words, String summary, String output) {
        CallId call = call(tool, arguments, words);
        step(() -> room.append(
                Actor.HUB, new Happening.Decided(run(), call, Verdict.ALLOWED, "Reading is allowed", null)));
        step(() -> room.append(Actor.ASSISTANT, new Happening.ToolStarted(run(), call)));
        step(() -> room.append(Actor.ASSISTANT, new Happening.ToolFinished(run(), call, Outcome.OK, summary, output)));
    }

    /// A call that needs a person: waits for the answer, writes when it is allowed, and says whether it was.
    public boolean askToWrite(String path, @Nullable String before, String after) {
        Map<String, Object> arguments = Map.of("path", path, "content", after);
        String words = "Write `%s`".formatted(path);
        CallId call = call("file_write", arguments, words);
        boolean allowed = decided(call, arguments, path, words, before, after);
        if (allowed) {
            step(() -> room.append(Actor.ASSISTANT, new Happening.ToolStarted(run(), call)));
            step(() -> room.append(
                    Actor.ASSISTANT,
                    new Happening.FileWritten(
                            run(), call, path, before == null ? null : FileChange.hash(before), after)));
        }
        step(() -> room.append(
                Actor.ASSISTANT,
                new Happening.ToolFinished(
                        run(), call, allowed ? Outcome.OK : Outcome.DENIED, allowed ? "written" : "denied", "")));
        return allowed;
    }

    /// Ends the run as failed.
    public void fail(String reason, String hint) {
        step(() -> {
            open.setLength(0);
            return room.append(Actor.HUB, new Happening.RunFailed(run(), reason, hint));
        });
        throw new Failed();
    }

    void play() {
        try {
            step(() -> room.append(
                    Actor.ASSISTANT, new Happening.RunStarted(run(), queued.messageId(), "scripted assistant")));
            room.org.assistant.scriptFor(message()).play(this);
            leave(new Happening.RunFinished(run()));
        } catch (Failed failed) {
            leave(null);
        } catch (Stopped | InterruptedException e) {
            leave(new Happening.RunCancelled(run()));
        } catch (RuntimeException e) {
            leave(new Happening.RunFailed(run(), "The test's script broke: " + e, "Mend the script."));
        }
    }

    void stop() {
        stopped = true;
        room.org.changed.signalAll();
    }

    @Nullable
    LiveText openBlock() {
        return open.isEmpty() ? null : new LiveText(run(), block, 0, open.toString());
    }

    private boolean decided(
            CallId call,
            Map<String, Object> arguments,
            String path,
            String words,
            @Nullable String before,
            String after) {
        String alwaysRule = "Allow writing %s in this project".formatted(path);
        return step(() -> {
            if (grantedToTheAsker(alwaysRule)) {
                room.append(Actor.HUB, new Happening.Decided(run(), call, Verdict.ALLOWED, alwaysRule, null));
                return true;
            }
            var asked = new Happening.ApprovalAsked(
                    run(),
                    call,
                    new ToolCall(call, "file_write", arguments).fingerprint(),
                    words,
                    "Writing needs a person",
                    "The session's owner or an approver",
                    alwaysRule,
                    new FileChange(path, before, after));
            room.append(Actor.ASSISTANT, asked);
            room.asked.put(call, asked);
            while (!room.answered.containsKey(call)) {
                goOn();
                room.org.changed.awaitUninterruptibly();
            }
            return room.answered.get(call) == Verdict.ALLOWED;
        });
    }

    private boolean grantedToTheAsker(String rule) {
        var asker = java.util.Objects.requireNonNull(room.said.get(queued.messageId()))
                .actor()
                .personId();
        return room.org.grants.stream()
                .anyMatch(owned ->
                        owned.owner().equals(asker) && owned.grant().rule().equals(rule));
    }

    private CallId call(String tool, Map<String, Object> arguments, String words) {
        CallId call = CallId.random();
        step(() -> room.append(
                Actor.ASSISTANT, new Happening.ToolCalled(run(), new ToolCall(call, tool, arguments), words)));
        return call;
    }

    private <T> T step(Supplier<T> work) {
        return room.org.locked(() -> {
            goOn();
            return work.get();
        });
    }

    private void goOn() {
        if (stopped || room.deleted) {
            throw new Stopped();
        }
    }

    private void leave(@Nullable Happening end) {
        room.org.locked(() -> {
            open.setLength(0);
            if (!room.deleted && end != null) {
                // Stopped between the last step and here: the stop came first.
                room.append(Actor.ASSISTANT, stopped ? new Happening.RunCancelled(run()) : end);
            }
            room.onStage = null;
            room.next();
        });
    }
}
