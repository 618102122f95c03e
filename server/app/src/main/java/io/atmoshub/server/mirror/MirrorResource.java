package io.atmoshub.server.mirror;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.mirror.MirrorFile;
import io.atmoshub.hub.mirror.MirrorFileDetails;
import io.atmoshub.hub.mirror.MirrorUsage;
import io.atmoshub.hub.mirror.QuarantineDecision;
import io.atmoshub.hub.mirror.QuarantineId;
import io.atmoshub.hub.mirror.QuarantinedFile;
import io.atmoshub.hub.mirror.Recall;
import io.atmoshub.hub.mirror.RecallOrder;
import io.atmoshub.server.rest.Summary;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
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

@Path("mirror")
@Produces("application/json")
@Dependent
public class MirrorResource {
    @Inject
    Hub hub;

    @GET
    @Path("files")
    @Summary("What the mirror holds, newest first: all, or what has these words or a hash that begins so.")
    public Page<MirrorFile> files(
            @QueryParam("search") @DefaultValue("") String search,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return hub.mirror().files(search, new PageRequest(cursor, limit));
    }

    @GET
    @Path("file")
    @Summary("A file by its upstream address, with what vouches for it and who took it.")
    public MirrorFileDetails file(@QueryParam("address") @DefaultValue("") String address) {
        return hub.mirror().file(address);
    }

    @GET
    @Path("quarantine")
    @Summary("What upstream changed after it was pinned, the undecided first.")
    public List<QuarantinedFile> quarantine() {
        return hub.mirror().quarantine();
    }

    @POST
    @Path("quarantine/{id}")
    @Summary("Decides about a file in quarantine, for admins.")
    public QuarantinedFile decide(@PathParam("id") String id, QuarantineDecision decision) {
        return hub.mirror().decide(QuarantineId.parse(id), decision);
    }

    @GET
    @Path("recalls")
    @Summary("The bytes that nobody gets any more, with who had taken them.")
    public List<Recall> recalls() {
        return hub.mirror().recalls();
    }

    @PUT
    @Path("recalls")
    @Summary("Recalls bytes: nobody gets them from now on. For admins.")
    public Recall recall(RecallOrder order) {
        return hub.mirror().recall(order);
    }

    @PUT
    @Path("lifted-recalls")
    @Summary("Gives recalled bytes out again, for admins.")
    public void liftRecall(RecallOrder order) {
        hub.mirror().liftRecall(order);
    }

    @GET
    @Path("usage")
    @Summary("How much the mirror holds and gave out, by tool.")
    public MirrorUsage usage() {
        return hub.mirror().usage();
    }
}
