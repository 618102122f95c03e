package io.atmoshub.server.project;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.project.NewProject;
import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.server.rest.Created;
import io.atmoshub.server.rest.Summary;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

@Path("projects")
@Produces("application/json")
@Dependent
public class ProjectsResource {
    @Inject
    Hub hub;

    @GET
    @Summary("The projects, by name.")
    public Page<Project> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        return hub.projects().list(new PageRequest(cursor, limit));
    }

    @POST
    @Created
    @Summary("Registers a folder of the server as a project.")
    public Project register(NewProject project) {
        return hub.projects().register(project);
    }

    @GET
    @Path("{id}")
    @Summary("One project.")
    public Project get(@PathParam("id") String id) {
        return hub.projects().get(ProjectId.parse(id));
    }

    @DELETE
    @Path("{id}")
    @Summary("Takes a project out of the hub, with its sessions. The folder stays.")
    public void remove(@PathParam("id") String id) {
        hub.projects().remove(ProjectId.parse(id));
    }
}
