package io.atmoshub.hub.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.Invitation;
import io.atmoshub.hub.people.LoginName;
import io.atmoshub.hub.people.NewPerson;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;

/// What all contracts share. Whoever keeps one extends it and opens a {@link Fixture}.
public abstract class Contract {
    protected static final String PASSWORD = "seven green bottles";

    protected Fixture fixture;
    protected Hub admin;
    protected Hub ana;
    protected Hub ben;
    protected Hub vic;
    protected Hub ada;

    /// Called before each test; {@link Fixture#close} after it.
    protected abstract Fixture open() throws Exception;

    @BeforeEach
    void openFixture() throws Exception {
        fixture = open();
        admin = fixture.as(Cast.ADMIN);
        ana = fixture.as(Cast.ANA);
        ben = fixture.as(Cast.BEN);
        vic = fixture.as(Cast.VIC);
        ada = fixture.as(Cast.ADA);
    }

    @AfterEach
    void closeFixture() {
        if (fixture != null) {
            fixture.close();
        }
    }

    protected static void assertRefused(ErrorCode code, Executable call) {
        var refusal = assertThrows(HubException.class, call);
        assertThat(refusal.code()).as(refusal.what()).isEqualTo(code);
        assertThat(refusal.what()).isNotBlank();
        assertThat(refusal.hint()).isNotBlank();
    }

    /// Everything, in pages this small.
    protected static <T> List<T> all(int limit, Function<PageRequest, Page<T>> list) {
        var items = new ArrayList<T>();
        var request = PageRequest.first(limit);
        while (true) {
            Page<T> page = list.apply(request);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            items.addAll(page.items());
            if (page.next() == null) {
                return items;
            }
            assertThat(page.items()).as("a page with a next one").isNotEmpty();
            request = new PageRequest(page.next(), limit);
        }
    }

    protected static String unique(String word) {
        return word + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    protected Invitation invited(Role role) {
        String login = unique("new");
        return admin.people().invite(new NewPerson(new LoginName(login), new DisplayName("Nova " + login), role));
    }

    /// Somebody new who has joined with {@link #PASSWORD}.
    protected Person joined(Role role) {
        Invitation invitation = invited(role);
        fixture.join(invitation, PASSWORD);
        return invitation.person();
    }

    protected Hub signIn(Person person) {
        return fixture.signIn(person.login().value(), PASSWORD);
    }
}
