package io.atmoshub.server.session;

import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.session.Visibility;

/// Who may do what in a session, by whose it is and who sees it. This is the one place that says so.
public record SessionRights(PersonId owner, Visibility visibility) {
    /// The sessions that a person sees, as SQL: `s` is the session, the one value the person.
    public static final String SEEN = "(s.visibility = 'SHARED' or s.owner_id = ?)";

    public boolean owns(Person person) {
        return person.id().equals(owner);
    }

    boolean sees(Person person) {
        return visibility == Visibility.SHARED || owns(person);
    }

    static boolean speaks(Person person) {
        return person.role().atLeast(Role.MEMBER);
    }

    /// Answers approvals, and says what becomes of the files that it wrote. For always takes an approver.
    boolean decides(Person person) {
        return person.role().atLeast(Role.APPROVER) || (owns(person) && speaks(person));
    }

    /// Renames, shares, deletes.
    public boolean changes(Person person) {
        return owns(person) || person.role() == Role.ADMIN;
    }
}
