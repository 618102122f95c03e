package io.atmoshub.server.account;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.account.Me;
import io.atmoshub.hub.account.PasswordChange;
import io.atmoshub.server.rest.Summary;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

@Path("account")
@Produces("application/json")
@Dependent
public class AccountResource {
    @Inject
    Hub hub;

    @GET
    @Summary("Who you are, and what your way in allows.")
    public Me me() {
        return hub.account().me();
    }

    @PUT
    @Path("password")
    @Summary("Changes your password and ends your other sign-ins.")
    public void changePassword(PasswordChange change) {
        hub.account().changePassword(change);
    }
}
