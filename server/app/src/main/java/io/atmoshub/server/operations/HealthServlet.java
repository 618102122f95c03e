package io.atmoshub.server.operations;

import io.atmoshub.server.database.Tx;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;

/// `/health/live`: the server answers at all. `/health/ready`: it reaches its database, so requests may come.
@WebServlet("/health/*")
@SuppressWarnings("NullAway.Init") // injected
public class HealthServlet extends HttpServlet {
    private static final System.Logger LOG = System.getLogger(HealthServlet.class.getName());

    @Inject
    Tx tx;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (String.valueOf(request.getPathInfo())) {
            case "/live" -> answer(response, 200, "UP");
            case "/ready" -> {
                boolean ready = databaseAnswers();
                answer(response, ready ? 200 : 503, ready ? "UP" : "DOWN");
            }
            default -> response.sendError(404);
        }
    }

    private boolean databaseAnswers() {
        try {
            return tx.call(em -> em.createNativeQuery("select 1", Integer.class).getSingleResult()) != null;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Not ready: the database does not answer: " + e.getMessage());
            return false;
        }
    }

    private static void answer(HttpServletResponse response, int status, String word) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getWriter().write("{\"status\":\"" + word + "\"}");
    }
}
