package io.atmoshub.server.model;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.model.ConnectionTest;
import io.atmoshub.hub.model.ProviderChange;
import io.atmoshub.hub.model.ProviderSetup;
import io.atmoshub.server.rest.Summary;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;

@Path("providers")
@Produces("application/json")
@Dependent
public class ProvidersResource {
    @Inject
    Hub hub;

    @GET
    @Summary("The providers of models as they are set up; no key is shown.")
    public List<ProviderSetup> list() {
        return hub.models().providers();
    }

    @PUT
    @Path("{provider}")
    @Summary("Sets a provider up. Without a key the present one stays; an empty one takes it away.")
    public ProviderSetup set(@PathParam("provider") String provider, ProviderChange change) {
        return hub.models().set(provider, change);
    }

    @POST
    @Path("{provider}/test")
    @Summary("Asks the provider's default model for one word.")
    public ConnectionTest test(@PathParam("provider") String provider) {
        return hub.models().test(provider);
    }
}
