package io.atmoshub.hub.session;

import io.atmoshub.hub.HubException;

/// Who follows a session. Calls come one at a time, never two at once; a slow listener delays nobody else
/// and gets live text in larger pieces.
public interface SessionListener {
    /// Each event once, in order.
    void event(SessionEvent event);

    void text(LiveText text);

    /// Nothing more comes: the session was deleted, or the listener may no longer see it.
    void ended(HubException why);
}
