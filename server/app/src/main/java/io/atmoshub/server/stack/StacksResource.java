package io.atmoshub.server.stack;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.stack.ComponentRef;
import io.atmoshub.hub.stack.ComponentSummary;
import io.atmoshub.hub.stack.Finding;
import io.atmoshub.hub.stack.MergedComponent;
import io.atmoshub.hub.stack.Neighbours;
import io.atmoshub.hub.stack.StackFilter;
import io.atmoshub.hub.stack.StackList;
import io.atmoshub.server.rest.Summary;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Names of stacks and components hold slashes, so they stand in the query.
@Path("projects/{project}/stacks")
@Produces("application/json")
@Dependent
public class StacksResource {
    @Inject
    Hub hub;

    @GET
    @Summary("The stacks of a project, by name; with a filter, those with components that match it.")
    public StackList list(
            @PathParam("project") String project,
            @QueryParam("filter") @DefaultValue("") String filter,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return hub.stacks().list(ProjectId.parse(project), new StackFilter(filter), new PageRequest(cursor, limit));
    }

    @GET
    @Path("components")
    @Summary("The components of a stack.")
    public List<ComponentSummary> components(
            @PathParam("project") String project, @QueryParam("stack") @Nullable String stack) {
        return hub.stacks().components(ProjectId.parse(project), given("stack", stack));
    }

    @GET
    @Path("component")
    @Summary("A component with everything merged, and who set each value.")
    public MergedComponent component(
            @PathParam("project") String project,
            @QueryParam("stack") @Nullable String stack,
            @QueryParam("type") @DefaultValue("terraform") String type,
            @QueryParam("component") @Nullable String component) {
        return hub.stacks().component(ProjectId.parse(project), ref(stack, type, component));
    }

    @GET
    @Path("neighbours")
    @Summary("What a component depends on, and what depends on it.")
    public Neighbours neighbours(
            @PathParam("project") String project,
            @QueryParam("stack") @Nullable String stack,
            @QueryParam("type") @DefaultValue("terraform") String type,
            @QueryParam("component") @Nullable String component) {
        return hub.stacks().neighbours(ProjectId.parse(project), ref(stack, type, component));
    }

    @GET
    @Path("problems")
    @Summary("Everything that a check of all stacks finds.")
    public List<Finding> problems(@PathParam("project") String project) {
        return hub.stacks().problems(ProjectId.parse(project));
    }

    private static ComponentRef ref(@Nullable String stack, String type, @Nullable String component) {
        return new ComponentRef(given("stack", stack), type, given("component", component));
    }

    private static String given(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "The parameter \"%s\" is missing.".formatted(name),
                    "Add ?%s=… to the address.".formatted(name));
        }
        return value;
    }
}
