package io.atmoshub.hub.testing;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionListener;
import io.atmoshub.hub.session.Subscription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings one listener what it has not seen yet, at its own pace, on a thread of its own.
final class Pump implements Subscription {
    private record News(
            List<SessionEvent> events,
            @Nullable LiveText text,
            @Nullable HubException end) {}

    private final Organisation org;
    private final WayIn way;
    private final Room room;
    private final SessionListener listener;
    private final int starts;
    private long seen;
    private @Nullable LiveText shown;
    private volatile boolean closed;

    Pump(Organisation org, WayIn way, Room room, long after, SessionListener listener) {
        this.org = org;
        this.way = way;
        this.room = room;
        this.starts = org.starts;
        this.seen = Math.max(0, after);
        this.listener = listener;
    }

    void deliver() {
        while (!closed) {
            News news = await();
            for (SessionEvent event : news.events) {
                if (!closed) {
                    listener.event(event);
                }
            }
            if (news.text != null && !closed) {
                listener.text(news.text);
            }
            if (news.end != null && !closed) {
                closed = true;
                listener.ended(news.end);
            }
        }
    }

    private News await() {
        org.lock.lock();
        try {
            while (true) {
                News news = news();
                if (closed || news.end != null || news.text != null || !news.events.isEmpty()) {
                    return news;
                }
                org.changed.awaitUninterruptibly();
            }
        } finally {
            org.lock.unlock();
        }
    }

    private News news() {
        HubException end = end();
        if (end != null) {
            return new News(List.of(), null, end);
        }
        List<SessionEvent> events =
                List.copyOf(room.log.subList((int) Math.min(seen, room.log.size()), room.log.size()));
        seen += events.size();
        LiveText open = room.onStage == null ? null : room.onStage.openBlock();
        LiveText text = null;
        if (open != null) {
            int from = shown != null && shown.run().equals(open.run()) && shown.block() == open.block()
                    ? shown.text().length()
                    : 0;
            if (from < open.text().length()) {
                text = new LiveText(open.run(), open.block(), from, open.text().substring(from));
                shown = open;
            }
        }
        return new News(events, text, null);
    }

    private @Nullable HubException end() {
        if (org.starts != starts) {
            return new HubException(ErrorCode.UNAVAILABLE, "The hub is stopping.", "Follow again in a moment.");
        }
        try {
            Person me = org.signedIn(way);
            return room.visibleTo(me) ? null : Organisation.notFound("session", room.id);
        } catch (HubException gone) {
            return new HubException(ErrorCode.NOT_SIGNED_IN, gone.what(), gone.hint());
        }
    }

    @Override
    public void close() {
        org.locked(() -> {
            closed = true;
        });
    }
}
