package io.atmoshub.assistant.permission;

import java.util.Locale;

/// Who made a rule.
public enum Layer {
    /// The organisation's admins. No other layer loosens what they say.
    ORGANISATION,
    /// The project. It can tighten and never loosen: its files are input, not somebody we trust.
    PROJECT,
    /// An approver's "allow always".
    GRANT,
    /// What holds when nobody says anything.
    BUILT_IN;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
