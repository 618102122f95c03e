package io.atmoshub.server.model;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.model.ModelOffer;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.server.rest.Summary;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

@Path("models")
@Produces("application/json")
@Dependent
public class ModelsResource {
    public record DefaultModel(ModelRef model) {}

    @Inject
    Hub hub;

    @GET
    @Summary("The models that a session may choose; the first is the hub's default.")
    public List<ModelOffer> offered() {
        return hub.models().offered();
    }

    @PUT
    @Path("default")
    @Summary("Decides which model answers where nobody chose one.")
    public ModelOffer makeDefault(DefaultModel wanted) {
        return hub.models().makeDefault(wanted.model());
    }
}
