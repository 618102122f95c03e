package io.atmoshub.server.live;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionListener;
import io.atmoshub.hub.session.Subscription;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.log.SessionLog;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/// Everybody on this node who follows a session, and the blocks being written that this node knows of.
@Service
public final class LiveHub implements AutoCloseable {
    private final Tx tx;
    private final SessionLog log;
    private final Access access;
    private final ThreadFactory threads;
    private final Map<SessionId, Channel> channels = new ConcurrentHashMap<>();
    private final Map<SessionId, OpenText> open = new ConcurrentHashMap<>();
    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    @Inject
    public LiveHub(Tx tx, SessionLog log, Access access, ThreadFactory threads) {
        this.tx = tx;
        this.log = log;
        this.access = access;
        this.threads = threads;
        log.onAppend(this::appended);
    }

    /// The caller has been checked: they may see the session.
    public Subscription follow(Following following, SessionListener listener) {
        if (closed) {
            throw stopping();
        }
        SessionId session = following.session();
        Signal signal = new Signal();
        Channel channel = join(session, signal);
        Subscriber subscriber =
                new Subscriber(following, channel, signal, () -> openText(session), this::closedTo, listener, left -> {
                    subscribers.remove(left);
                    leave(session, signal);
                });
        subscribers.add(subscriber);
        threads.newThread(subscriber).start();
        if (closed) {
            subscriber.end(stopping());
        }
        return subscriber;
    }

    /// Why somebody may no longer listen, if so.
    Optional<HubException> closedTo(Caller caller) {
        try {
            tx.run(em -> access.require(em, caller, Role.VIEWER, Scope.READ));
            return Optional.empty();
        } catch (HubException why) {
            return Optional.of(why);
        }
    }

    public int subscribers() {
        return subscribers.size();
    }

    /// A run of this node, or one heard from another, begins to write.
    public void opened(SessionId session, OpenText text) {
        open.put(session, text);
        changed(session);
    }

    /// There is more of the open block.
    public void changed(SessionId session) {
        with(session, Channel::raise);
    }

    public void shut(SessionId session, OpenText text) {
        open.remove(session, text);
        changed(session);
    }

    Optional<OpenText> openText(SessionId session) {
        return Optional.ofNullable(open.get(session));
    }

    /// Another node, or a look at the database, says that the session has events up to this one.
    public void reached(SessionId session, long seq) {
        with(session, channel -> channel.reached(seq));
    }

    /// The session was deleted: its followers hear it.
    public void gone(SessionId session) {
        subscribers.stream()
                .filter(subscriber -> subscriber.following().session().equals(session))
                .forEach(subscriber -> subscriber.end(subscriber.following().noLongerVisible()));
    }

    Set<SessionId> followed() {
        return Set.copyOf(channels.keySet());
    }

    Set<Subscriber> everybody() {
        return Set.copyOf(subscribers);
    }

    /// Makes a signal hear the session's news. Joining and leaving happen under the map's lock, so nobody
    /// is left with a channel that is no longer there.
    Channel join(SessionId session, Signal signal) {
        return channels.compute(session, (id, present) -> {
            Channel joined = present == null ? new Channel(session, this::read) : present;
            joined.join(signal);
            return joined;
        });
    }

    void leave(SessionId session, Signal signal) {
        channels.computeIfPresent(session, (id, channel) -> channel.leave(signal) ? null : channel);
    }

    @Override
    public void close() {
        closed = true;
        subscribers.forEach(subscriber -> subscriber.end(stopping()));
    }

    boolean closed() {
        return closed;
    }

    private static HubException stopping() {
        return new HubException(
                ErrorCode.UNAVAILABLE, "The hub is stopping.", "Follow again from the last event in a moment.");
    }

    private void appended(SessionEvent event) {
        with(event.session(), channel -> channel.appended(event));
    }

    private void with(SessionId session, Consumer<Channel> what) {
        Channel channel = channels.get(session);
        if (channel != null) {
            what.accept(channel);
        }
    }

    private List<SessionEvent> read(SessionId session, long after, int limit) {
        return tx.call(em -> log.after(em, session, after, limit));
    }
}
