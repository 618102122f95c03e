package io.atmoshub.server.people;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.people.Invitation;
import io.atmoshub.hub.people.NewPerson;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.people.Role;
import io.atmoshub.server.rest.Created;
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
import org.jspecify.annotations.Nullable;

@Path("people")
@Produces("application/json")
@Dependent
public class PeopleResource {
    public record RoleChange(Role role) {}

    public record ActiveChange(boolean active) {}

    @Inject
    Hub hub;

    @GET
    @Summary("The people of the organisation, by sign-in name.")
    public Page<Person> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        return hub.people().list(new PageRequest(cursor, limit));
    }

    @POST
    @Created
    @Summary("Adds a person and answers with the link with which they set their password.")
    public Invitation invite(NewPerson person) {
        return hub.people().invite(person);
    }

    @GET
    @Path("{id}")
    @Summary("One person.")
    public Person get(@PathParam("id") String id) {
        return hub.people().get(PersonId.parse(id));
    }

    @POST
    @Path("{id}/invitation")
    @Created
    @Summary("A new link for a person; an earlier one stops working.")
    public Invitation inviteAgain(@PathParam("id") String id) {
        return hub.people().inviteAgain(PersonId.parse(id));
    }

    @PUT
    @Path("{id}/role")
    @Summary("Gives a person another role.")
    public Person changeRole(@PathParam("id") String id, RoleChange change) {
        return hub.people().changeRole(PersonId.parse(id), change.role());
    }

    @PUT
    @Path("{id}/active")
    @Summary("Switches an account on, or off with all its sign-ins and tokens.")
    public Person setActive(@PathParam("id") String id, ActiveChange change) {
        return hub.people().setActive(PersonId.parse(id), change.active());
    }
}
