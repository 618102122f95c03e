package io.atmoshub.server.mirror;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.mirror.PolicyEffect;
import io.atmoshub.hub.policy.PolicyChange;
import io.atmoshub.hub.policy.PolicyDocument;
import io.atmoshub.hub.policy.PolicyFinding;
import io.atmoshub.hub.policy.PolicyRevision;
import io.atmoshub.hub.policy.PolicyText;
import io.atmoshub.server.rest.Summary;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

@Path("mirror/policy")
@Produces("application/json")
@Dependent
public class MirrorPolicyResource {
    @Inject
    Hub hub;

    @GET
    @Summary("Which tools and versions the mirror gives out.")
    public PolicyDocument current() {
        return hub.mirror().policy().current();
    }

    @PUT
    @Summary("Saves a text as the next revision of the mirror's policy, for admins.")
    public PolicyDocument save(PolicyChange change) {
        return hub.mirror().policy().save(change);
    }

    @GET
    @Path("revisions")
    @Summary("All revisions of the mirror's policy, newest first.")
    public List<PolicyRevision> history() {
        return hub.mirror().policy().history();
    }

    @POST
    @Path("check")
    @Summary("What there is to say about a text; saves nothing.")
    public List<PolicyFinding> check(PolicyText text) {
        return hub.mirror().policy().check(text);
    }

    @POST
    @Path("simulation")
    @Summary("Whose downloads of the last thirty days a text would have judged otherwise; saves nothing.")
    public List<PolicyEffect> simulate(PolicyText text) {
        return hub.mirror().policy().simulate(text);
    }
}
