package io.atmoshub.server.conversation;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.conversation.SessionExport;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.Session;
import io.atmoshub.server.rest.Created;
import io.atmoshub.server.rest.Summary;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

@Path("projects/{id}/sessions")
@Produces("application/json")
@Dependent
public class ImportsResource {
    @Inject
    Hub hub;

    @POST
    @Created
    @Summary("A new private session with what was exported from another one, here or elsewhere.")
    public Session take(@PathParam("id") String id, SessionExport export) {
        return hub.conversations().take(ProjectId.parse(id), export);
    }
}
