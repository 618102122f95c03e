package io.atmoshub.hub.session;

import java.time.Instant;

/// One entry of the ordered log that is the session. Numbers begin at 1 and have no gaps.
public record SessionEvent(SessionId session, long seq, Instant at, Actor actor, Happening what) {}
