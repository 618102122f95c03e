package io.atmoshub.server.live;

import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.SessionId;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.ThreadFactory;

/// Live text for other nodes. To everybody else there is nothing here.
@WebServlet(urlPatterns = LiveServlet.PATH + "*", asyncSupported = true)
public class LiveServlet extends HttpServlet {
    static final String PATH = "/internal/live/";

    private static final System.Logger LOG = System.getLogger(LiveServlet.class.getName());

    @Inject
    LiveFeed feed;

    @Inject
    PeerProof proof;

    @Inject
    ThreadFactory threads;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        String shown = request.getHeader(PeerProof.HEADER);
        SessionId session;
        try {
            session = SessionId.parse(path == null ? "" : path.substring(1));
        } catch (HubException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (shown == null || !proof.holds(session, shown)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/x-ndjson");
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        threads.newThread(() -> write(session, async)).start();
    }

    private void write(SessionId session, AsyncContext async) {
        try {
            feed.write(session, async.getResponse().getOutputStream());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Another node no longer listens to session " + session, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            async.complete();
        }
    }
}
