package io.atmoshub.hub.testing;

import io.atmoshub.hub.people.Role;
import java.util.Locale;

/// The people of every contract, by their login in small letters.
public enum Cast {
    ADMIN("Administrator", Role.ADMIN),
    ANA("Ana Lima", Role.MEMBER),
    BEN("Ben Okoro", Role.MEMBER),
    VIC("Vic Tan", Role.VIEWER),
    ADA("Ada Berg", Role.APPROVER);

    private final String displayName;
    private final Role role;

    Cast(String displayName, Role role) {
        this.displayName = displayName;
        this.role = role;
    }

    public String login() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String displayName() {
        return displayName;
    }

    public Role role() {
        return role;
    }
}
