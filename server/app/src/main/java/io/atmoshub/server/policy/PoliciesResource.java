package io.atmoshub.server.policy;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.policy.Grant;
import io.atmoshub.hub.policy.GrantId;
import io.atmoshub.hub.policy.PolicyChange;
import io.atmoshub.hub.policy.PolicyDocument;
import io.atmoshub.hub.policy.PolicyFinding;
import io.atmoshub.hub.policy.PolicyRevision;
import io.atmoshub.hub.policy.PolicyRule;
import io.atmoshub.hub.policy.PolicyText;
import io.atmoshub.hub.policy.WhatHappens;
import io.atmoshub.hub.policy.WhatIf;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.server.rest.Summary;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Path("policy")
@Produces("application/json")
@Dependent
public class PoliciesResource {
    @Inject
    Hub hub;

    @GET
    @Summary("The organisation's policy as it is now, for admins.")
    public PolicyDocument current() {
        return hub.policies().current();
    }

    @PUT
    @Summary("Saves a text as the next revision of the organisation's policy.")
    public PolicyDocument save(PolicyChange change) {
        return hub.policies().save(change);
    }

    @GET
    @Path("revisions")
    @Summary("All revisions of the policy, newest first.")
    public Page<PolicyRevision> history(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        return hub.policies().history(new PageRequest(cursor, limit));
    }

    @GET
    @Path("revisions/{number}")
    @Summary("The policy as one revision has it.")
    public PolicyDocument revision(@PathParam("number") int number) {
        return hub.policies().revision(number);
    }

    @POST
    @Path("check")
    @Summary("What there is to say about a text; saves nothing.")
    public List<PolicyFinding> check(PolicyText text) {
        return hub.policies().check(text);
    }

    @GET
    @Path("rules")
    @Summary("The rules that apply to you, with those of a project if you name one.")
    public List<PolicyRule> rules(@QueryParam("project") @Nullable String project) {
        return hub.policies().rules(project == null ? null : ProjectId.parse(project));
    }

    @POST
    @Path("what-if")
    @Summary("What would happen to a call of a tool, and which rule says so.")
    public WhatHappens whatIf(WhatIf question) {
        return hub.policies().whatIf(question);
    }

    @GET
    @Path("grants")
    @Summary("What you allowed for always, newest first.")
    public List<Grant> grants() {
        return hub.policies().grants();
    }

    @DELETE
    @Path("grants/{id}")
    @Summary("Takes back what you allowed for always.")
    public void removeGrant(@PathParam("id") String id) {
        hub.policies().removeGrant(GrantId.parse(id));
    }
}
