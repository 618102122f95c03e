package io.atmoshub.server.live;

import io.atmoshub.hub.session.SessionId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/// How to hear what another node's runs are writing.
@FunctionalInterface
public interface Peers {
    /// Lines of {@link LiveFeed}, until the other node is done with the session's run.
    InputStream listen(URI address, SessionId session) throws IOException, InterruptedException;
}
