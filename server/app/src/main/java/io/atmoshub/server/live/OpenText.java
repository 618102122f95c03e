package io.atmoshub.server.live;

import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.RunId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The block that one holder of a run is writing. Readers keep their position and take what came since, so
/// a slow one gets larger pieces and nothing is queued for it. Another holder of the run writes another
/// open text, which readers take from its beginning.
public final class OpenText {
    /// How far somebody has read.
    public record Position(OpenText source, int block, int revision, int length) {}

    /// What comes next for somebody: to be told after the event `after`.
    public record Slice(Position upTo, long after, LiveText text) {}

    private static final int NONE = -1;

    private final RunId run;
    private final StringBuilder text = new StringBuilder();
    private int block = NONE;
    private long after;
    // Changes when text that somebody may have is taken back.
    private int revision;

    public OpenText(RunId run) {
        this.run = run;
    }

    public RunId run() {
        return run;
    }

    /// `lastSeq` is the newest event of the session that the writer knows; a block keeps that of its beginning.
    public synchronized void write(long lastSeq, LiveText piece) {
        if (piece.block() != block) {
            block = piece.block();
            after = lastSeq;
            revision++;
            text.setLength(0);
        }
        int kept = Math.min(piece.offset(), text.length());
        String tail = text.substring(kept);
        if (!piece.text().startsWith(tail)) {
            revision++;
        }
        text.setLength(kept);
        text.append(piece.text());
    }

    /// The block is an event now, or will never be one.
    public synchronized void settle() {
        block = NONE;
        revision++;
        text.setLength(0);
    }

    /// All of the open block, if there is one.
    public Optional<Slice> whole() {
        return since(null);
    }

    public synchronized Optional<Slice> since(@Nullable Position position) {
        if (block == NONE || text.isEmpty()) {
            return Optional.empty();
        }
        int from = position != null
                        && position.source() == this
                        && position.block() == block
                        && position.revision() == revision
                ? position.length()
                : 0;
        return from == text.length()
                ? Optional.empty()
                : Optional.of(new Slice(
                        new Position(this, block, revision, text.length()),
                        after,
                        new LiveText(run, block, from, text.substring(from))));
    }
}
