package io.atmoshub.server.conversation;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.conversation.Rating;
import io.atmoshub.hub.conversation.Rewrite;
import io.atmoshub.hub.conversation.SessionExport;
import io.atmoshub.hub.conversation.SessionMarkdown;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.server.rest.Created;
import io.atmoshub.server.rest.Summary;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

@Path("sessions/{id}/conversation")
@Produces("application/json")
@Dependent
public class ConversationsResource {
    public record Withdrawal(UUID message) {}

    public record PlanChoice(RunId run) {}

    @Inject
    Hub hub;

    @POST
    @Path("withdrawals")
    @Created
    @Summary("Takes back a message that waits for its turn.")
    public SessionEvent withdraw(@PathParam("id") String id, Withdrawal withdrawal) {
        return hub.conversations().withdraw(SessionId.parse(id), withdrawal.message());
    }

    @POST
    @Path("ratings")
    @Created
    @Summary("Says what you think of an answer; said again, it replaces what you thought before.")
    public SessionEvent rate(@PathParam("id") String id, Rating rating) {
        return hub.conversations().rate(SessionId.parse(id), rating);
    }

    @GET
    @Summary("The whole session as a file, with what looks like a secret masked.")
    public SessionExport export(@PathParam("id") String id) {
        return hub.conversations().export(SessionId.parse(id));
    }

    @GET
    @Path("markdown")
    @Produces("text/markdown")
    @Summary("The whole session to be read.")
    public Response markdown(@PathParam("id") String id) {
        SessionExport export = hub.conversations().export(SessionId.parse(id));
        return Response.ok(SessionMarkdown.of(export), "text/markdown; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"session-%s.md\"".formatted(id.substring(0, 8)))
                .build();
    }

    @POST
    @Path("approvals")
    @Created
    @Summary("Approves the plan that the session waits with, and starts the work.")
    public SessionEvent approve(@PathParam("id") String id, PlanChoice choice) {
        return hub.conversations().approve(SessionId.parse(id), choice.run());
    }

    @POST
    @Path("branches")
    @Created
    @Summary("A new session with everything before a message, and another message in its place.")
    public Session branch(@PathParam("id") String id, Rewrite rewrite) {
        return hub.conversations().branch(SessionId.parse(id), rewrite);
    }
}
