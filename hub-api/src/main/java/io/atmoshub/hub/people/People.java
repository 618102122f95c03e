package io.atmoshub.hub.people;

import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;

/// The people of the organisation. Everybody who is signed in may see them; only admins change anything.
public interface People {
    /// By login name.
    Page<Person> list(PageRequest page);

    Person get(PersonId id);

    /// Adds a person who is active but has no password yet; CONFLICT when the login is taken.
    Invitation invite(NewPerson person);

    /// A new link for somebody who lost theirs or forgot the password; an earlier link stops working.
    Invitation inviteAgain(PersonId id);

    /// CONFLICT when it would leave the organisation without an active admin.
    Person changeRole(PersonId id, Role role);

    /// Switching off ends the person's sign-ins and tokens at once. CONFLICT when it would leave the
    /// organisation without an active admin.
    Person setActive(PersonId id, boolean active);
}
