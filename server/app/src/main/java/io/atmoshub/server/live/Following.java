package io.atmoshub.server.live;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.server.caller.Caller;

/// Who wants to follow which session, from which event on. `lastSeq` is where the session was when this
/// was allowed, `owner` whether it is theirs.
public record Following(Caller caller, SessionId session, long after, long lastSeq, boolean owner) {
    HubException noLongerVisible() {
        return new HubException(
                ErrorCode.NOT_FOUND,
                "There is no session \"%s\" any more.".formatted(session),
                "It was deleted, or made private by its owner.");
    }
}
