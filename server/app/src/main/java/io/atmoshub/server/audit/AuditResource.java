package io.atmoshub.server.audit;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.audit.AuditEntry;
import io.atmoshub.hub.audit.AuditFilter;
import io.atmoshub.hub.audit.Checkpoint;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.rest.Summary;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

@Path("audit")
@Produces("application/json")
@Dependent
@SuppressWarnings("NullAway.Init") // injected
public class AuditResource {
    /// The filter as an address carries it.
    public static class FilterParams {
        @QueryParam("actor")
        @Nullable
        String actor;

        @QueryParam("action")
        @Nullable
        String action;

        @QueryParam("object")
        @Nullable
        String object;

        @QueryParam("outcome")
        @Nullable
        String outcome;

        @QueryParam("from")
        @Nullable
        String from;

        @QueryParam("to")
        @Nullable
        String to;

        AuditFilter filter() {
            return new AuditFilter(actor, action, object, outcome, instant("from", from), instant("to", to));
        }

        private static @Nullable Instant instant(String name, @Nullable String text) {
            try {
                return text == null || text.isEmpty() ? null : Instant.parse(text);
            } catch (DateTimeException e) {
                throw new HubException(
                        ErrorCode.INVALID_INPUT,
                        "The parameter \"%s\" is no time: \"%s\".".formatted(name, text),
                        "Write it like 2026-11-01T10:00:00Z.",
                        e);
            }
        }
    }

    @Inject
    Hub hub;

    @Inject
    Instance<Caller> caller;

    @Inject
    AuditExport export;

    @GET
    @Summary("Audit entries, newest first; * stands for anything in actor, action and object.")
    public Page<AuditEntry> find(
            @BeanParam FilterParams filter,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return hub.audit().find(filter.filter(), new PageRequest(cursor, limit));
    }

    @GET
    @Path("sealed")
    @Summary("The sealed entries after a place in the chain, in its order.")
    public List<AuditEntry> sealed(
            @QueryParam("after") @DefaultValue("0") long after, @QueryParam("limit") @DefaultValue("1000") int limit) {
        return hub.audit().sealed(after, limit);
    }

    @GET
    @Path("checkpoints")
    @Summary("All signed checkpoints, oldest first.")
    public List<Checkpoint> checkpoints() {
        return hub.audit().checkpoints();
    }

    @GET
    @Path("export")
    @Produces({"application/x-ndjson", "text/csv"})
    @Summary("The entries of a filter as a file, as NDJSON or CSV.")
    public Response export(
            @BeanParam FilterParams params, @QueryParam("format") @DefaultValue("ndjson") String format) {
        AuditExport.Format as = format(format);
        AuditFilter filter = params.filter();
        Caller who = caller.get();
        export.begin(who, as);
        StreamingOutput body = out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            export.write(who, filter, as, writer);
            writer.flush();
        };
        String file = "audit-" + Instant.now().toString().substring(0, 10) + "." + format;
        return Response.ok(body, as.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + file + "\"")
                .build();
    }

    private static AuditExport.Format format(String name) {
        try {
            return AuditExport.Format.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT, "There is no format \"%s\".".formatted(name), "Take ndjson or csv.", e);
        }
    }
}
