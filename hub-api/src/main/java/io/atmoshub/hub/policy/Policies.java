package io.atmoshub.hub.policy;

import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.project.ProjectId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the assistant may do. Admins read and change the organisation's document; everybody sees the rules that apply
/// to them, asks what would happen to their own calls, and holds their own "allow always".
public interface Policies {
    /// The document that holds now; revision 0, empty, where nobody has said anything. For admins.
    PolicyDocument current();

    /// A document as it was. For admins.
    PolicyDocument revision(int number);

    /// All revisions, newest first. For admins.
    Page<PolicyRevision> history(PageRequest page);

    /// What there is to say about a text, in its order; saves nothing. For admins.
    List<PolicyFinding> check(PolicyText text);

    /// Saves a text as the next revision; it holds from the next call of a tool on. For admins. INVALID_INPUT when it
    /// has an error, CONFLICT when somebody saved after the revision that it is based on.
    PolicyDocument save(PolicyChange change);

    /// The rules that apply to the caller (for an admin: all), in the order in which they are looked at: the
    /// organisation's, then the project's if one is named, then what is built-in.
    List<PolicyRule> rules(@Nullable ProjectId project);

    /// What would happen to a call. Others than admins ask for themselves only.
    WhatHappens whatIf(WhatIf question);

    /// What the caller allowed for always, newest first.
    List<Grant> grants();

    /// Takes an "allow always" of the caller's back; the next call asks again.
    void removeGrant(GrantId id);
}
