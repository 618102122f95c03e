package io.atmoshub.server.mirror;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.Problem;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.mirror.serve.MirrorHttp;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.rest.Problems;
import io.atmoshub.server.signin.CurrentHub;
import io.atmoshub.server.signin.Requests;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadFactory;

/// The mirror's door: who may come in, and a virtual thread for each, however slowly they take it.
@WebServlet(urlPatterns = "/mirror/*", asyncSupported = true)
@SuppressWarnings("NullAway.Init") // injected
public class MirrorServlet extends HttpServlet {
    private static final System.Logger LOG = System.getLogger(MirrorServlet.class.getName());

    @Inject
    Provider<MirrorHttp> mirror;

    @Inject
    MirrorSettings settings;

    @Inject
    Requests requests;

    @Inject
    Access access;

    @Inject
    Tx tx;

    @Inject
    ThreadFactory threads;

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean anonymous = CurrentHub.callerOf(request).isEmpty();
        String who;
        try {
            who = who(request);
        } catch (HubException e) {
            refuse(response, e);
            return;
        }
        if (!MirrorHttp.serves(request.getRequestURI())) {
            refuse(
                    response,
                    new HubException(
                            ErrorCode.NOT_FOUND, "There is nothing here.", "Ask for /mirror/https/HOST/PATH."));
            return;
        }
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(0);
        threads.newThread(() -> {
                    try {
                        mirror.get().answer(request, response, who, anonymous);
                    } catch (IOException e) {
                        LOG.log(Level.DEBUG, "A download ended early: " + e.getMessage(), e);
                    } catch (RuntimeException e) {
                        broken(response, e);
                    } finally {
                        async.complete();
                    }
                })
                .start();
    }

    /// As whom somebody takes files: under their name, or without where the operator allows that.
    private String who(HttpServletRequest request) {
        var caller = CurrentHub.callerOf(request);
        if (caller.isPresent()) {
            Caller known = caller.get();
            tx.run(em -> access.require(em, known, Role.VIEWER, Scope.READ));
            return known.login().value();
        }
        if (settings.anonymous(requests.visit(request).address())) {
            return "anonymous";
        }
        throw new HubException(
                ErrorCode.NOT_SIGNED_IN,
                "The mirror needs a token.",
                "Send one as a bearer, or as the password of any user: curl -u any:ahp_… (or let the operator open"
                        + " it to your network: ATMOS_HUB_MIRROR_ANONYMOUS).");
    }

    private static void broken(HttpServletResponse response, RuntimeException e) {
        HubException said = e instanceof HubException known ? known : Problems.broken(e);
        try {
            if (!response.isCommitted()) {
                response.reset();
                refuse(response, said);
            }
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "Nobody listens any more", gone);
        }
    }

    private static void refuse(HttpServletResponse response, HubException why) throws IOException {
        Problem problem = Problem.of(why);
        response.setStatus(problem.status());
        if (why.code() == ErrorCode.NOT_SIGNED_IN) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Atmos Hub\"");
        }
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(HubJson.write(problem).getBytes(StandardCharsets.UTF_8));
    }
}
