package io.atmoshub.server.change;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.change.ChangeSet;
import io.atmoshub.hub.change.NewCommit;
import io.atmoshub.hub.change.ShownFile;
import io.atmoshub.hub.session.Commit;
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
import java.util.List;

@Path("sessions/{id}/changes")
@Produces("application/json")
@Dependent
public class ChangesResource {
    public record ChosenFiles(List<ShownFile> files) {}

    @Inject
    Hub hub;

    @GET
    @Summary("What the session wrote and the project does not have yet, by path.")
    public ChangeSet of(@PathParam("id") String id) {
        return hub.changes().of(SessionId.parse(id));
    }

    @POST
    @Path("apply")
    @Summary("Writes these files into the project's folder: all of them or none.")
    public ChangeSet apply(@PathParam("id") String id, ChosenFiles chosen) {
        return hub.changes().apply(SessionId.parse(id), chosen.files());
    }

    @POST
    @Path("commit")
    @Created
    @Summary("Commits these files to a branch; the project's folder stays as it is.")
    public Commit commit(@PathParam("id") String id, NewCommit commit) {
        return hub.changes().commit(SessionId.parse(id), commit);
    }

    @POST
    @Path("discard")
    @Summary("Forgets what the session wrote in these files.")
    public ChangeSet discard(@PathParam("id") String id, ChosenFiles chosen) {
        return hub.changes().discard(SessionId.parse(id), chosen.files());
    }
}
