package io.atmoshub.server.usage;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.usage.UsageBy;
import io.atmoshub.hub.usage.UsageFilter;
import io.atmoshub.hub.usage.UsageSum;
import io.atmoshub.server.rest.Summary;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

@Path("usage")
@Produces("application/json")
@Dependent
public class UsageResource {
    /// The filter as it stands in a query.
    public static final class FilterParams {
        @QueryParam("from")
        @Nullable
        String from;

        @QueryParam("until")
        @Nullable
        String until;

        @QueryParam("person")
        @Nullable
        String person;

        @QueryParam("project")
        @Nullable
        String project;

        @QueryParam("model")
        @Nullable
        String model;

        UsageFilter filter() {
            return new UsageFilter(
                    day("from", from),
                    day("until", until),
                    person == null ? null : PersonId.parse(person),
                    project == null ? null : ProjectId.parse(project),
                    model == null ? null : new ModelRef(model));
        }

        private static @Nullable LocalDate day(String name, @Nullable String text) {
            try {
                return text == null || text.isBlank() ? null : LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new HubException(
                        ErrorCode.INVALID_INPUT,
                        "\"%s\" is no day for the parameter \"%s\".".formatted(text, name),
                        "Write it as 2026-11-21.",
                        e);
            }
        }
    }

    @Inject
    Hub hub;

    @GET
    @Summary(
            "What models used, summed up by day, person, project, session or model: your own, or for admins everybody's.")
    public List<UsageSum> sums(@BeanParam FilterParams params, @QueryParam("by") @DefaultValue("day") String by) {
        return hub.usages().sums(params.filter(), by(by));
    }

    @GET
    @Path("export")
    @Produces("text/csv")
    @Summary("The same sums as a file for spreadsheets.")
    public Response export(@BeanParam FilterParams params, @QueryParam("by") @DefaultValue("day") String by) {
        String csv = UsageCsv.of(hub.usages().sums(params.filter(), by(by)));
        return Response.ok(csv, "text/csv")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"usage-by-%s.csv\"".formatted(by.toLowerCase(Locale.ROOT)))
                .build();
    }

    private static UsageBy by(String name) {
        try {
            return UsageBy.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "Usage is not summed up by \"%s\".".formatted(name),
                    "Choose from day, person, project, session and model.",
                    e);
        }
    }
}
