package io.atmoshub.server.token;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.token.AccessToken;
import io.atmoshub.hub.token.IssuedToken;
import io.atmoshub.hub.token.NewToken;
import io.atmoshub.hub.token.TokenId;
import io.atmoshub.server.rest.Created;
import io.atmoshub.server.rest.Summary;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;

@Path("tokens")
@Produces("application/json")
@Dependent
public class TokensResource {
    @Inject
    Hub hub;

    @GET
    @Summary("Your tokens that still work, newest first.")
    public List<AccessToken> list() {
        return hub.tokens().list();
    }

    @POST
    @Created
    @Summary("Makes a token. Its secret is in this answer and never again.")
    public IssuedToken issue(NewToken token) {
        return hub.tokens().issue(token);
    }

    @DELETE
    @Path("{id}")
    @Summary("Revokes a token of yours; it stops working at once.")
    public void revoke(@PathParam("id") String id) {
        hub.tokens().revoke(TokenId.parse(id));
    }
}
