package io.atmoshub.server.session;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.AgentOffer;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionFilter;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.usage.UsageSum;
import io.atmoshub.server.rest.Created;
import io.atmoshub.server.rest.Summary;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

@Path("sessions")
@Produces("application/json")
@Dependent
public class SessionsResource {
    public record NameChange(SessionName name) {}

    public record ModelChoice(ModelRef model) {}

    public record VisibilityChange(Visibility visibility) {}

    public record AgentChoice(String agent) {}

    public record CompactionChoice(long compacted) {}

    @Inject
    Hub hub;

    @Inject
    ThreadFactory threads;

    @GET
    @Summary("The sessions you can see, most recently used first.")
    public Page<Session> list(
            @QueryParam("project") @Nullable String project,
            @QueryParam("text") @Nullable String text,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        SessionFilter filter = new SessionFilter(project == null ? null : ProjectId.parse(project), text);
        return hub.sessions().list(filter, new PageRequest(cursor, limit));
    }

    @POST
    @Created
    @Summary("Starts a session.")
    public Session create(NewSession session) {
        return hub.sessions().create(session);
    }

    @GET
    @Path("{id}")
    @Summary("One session.")
    public Session get(@PathParam("id") String id) {
        return hub.sessions().get(SessionId.parse(id));
    }

    @DELETE
    @Path("{id}")
    @Summary("Deletes a session for good.")
    public void delete(@PathParam("id") String id) {
        hub.sessions().delete(SessionId.parse(id));
    }

    @PUT
    @Path("{id}/name")
    @Summary("Renames a session.")
    public Session rename(@PathParam("id") String id, NameChange change) {
        return hub.sessions().rename(SessionId.parse(id), change.name());
    }

    @PUT
    @Path("{id}/visibility")
    @Summary("Shares a session with the organisation, or makes it private.")
    public Session share(@PathParam("id") String id, VisibilityChange change) {
        return hub.sessions().share(SessionId.parse(id), change.visibility());
    }

    @GET
    @Path("{id}/agents")
    @Summary("Who can answer in a session.")
    public List<AgentOffer> agents(@PathParam("id") String id) {
        return hub.sessions().agents(SessionId.parse(id));
    }

    @PUT
    @Path("{id}/agent")
    @Summary("Chooses who answers from the next message on.")
    public SessionEvent chooseAgent(@PathParam("id") String id, AgentChoice choice) {
        return hub.sessions().chooseAgent(SessionId.parse(id), choice.agent());
    }

    @POST
    @Path("{id}/compaction-undone")
    @Created
    @Summary("Lets the model see again what a compaction summed up.")
    public SessionEvent undoCompaction(@PathParam("id") String id, CompactionChoice choice) {
        return hub.sessions().undoCompaction(SessionId.parse(id), choice.compacted());
    }

    @PUT
    @Path("{id}/model")
    @Summary("Chooses which model answers from the next message on.")
    public Session choose(@PathParam("id") String id, ModelChoice choice) {
        return hub.sessions().choose(SessionId.parse(id), choice.model());
    }

    @GET
    @Path("{id}/usage")
    @Summary("What the models of a session used so far.")
    public UsageSum usage(@PathParam("id") String id) {
        return hub.usages().session(SessionId.parse(id));
    }

    @POST
    @Path("{id}/messages")
    @Created
    @Summary("Says something; a run will answer. The same message id again changes nothing.")
    public SessionEvent say(@PathParam("id") String id, Message message) {
        return hub.sessions().say(SessionId.parse(id), message);
    }

    @GET
    @Path("{id}/events")
    @Summary("The events after a number, oldest first; with Accept: text/event-stream, these and all that come.")
    public List<SessionEvent> events(
            @PathParam("id") String id,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("200") int limit) {
        return hub.sessions().events(SessionId.parse(id), after, limit);
    }

    @GET
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Summary("Follows a session: `event` (id: its number), `text` while it is written, `ended` at the end.")
    public void follow(
            @PathParam("id") String id,
            @QueryParam("after") @DefaultValue("0") long after,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServletResponse response) {
        long from = lastEventId == null ? after : EventStream.number(lastEventId);
        // Proxies that buffer would hold back what is meant to be seen at once.
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader("Cache-Control", "no-store");
        new EventStream(sink, sse).follow(hub.sessions(), SessionId.parse(id), from, threads);
    }

    @POST
    @Path("{id}/answers")
    @Created
    @Summary("Answers what the assistant asks.")
    public SessionEvent answer(@PathParam("id") String id, Answer answer) {
        return hub.sessions().answer(SessionId.parse(id), answer);
    }

    @POST
    @Path("{id}/stop")
    @Summary("Stops the session's run.")
    public void stop(@PathParam("id") String id) {
        hub.sessions().stop(SessionId.parse(id));
    }
}
