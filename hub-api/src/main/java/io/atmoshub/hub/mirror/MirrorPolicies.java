package io.atmoshub.hub.mirror;

import io.atmoshub.hub.policy.PolicyChange;
import io.atmoshub.hub.policy.PolicyDocument;
import io.atmoshub.hub.policy.PolicyFinding;
import io.atmoshub.hub.policy.PolicyRevision;
import io.atmoshub.hub.policy.PolicyText;
import java.util.List;

/// Which tools and versions the mirror gives out. Everybody who is signed in reads it; admins change it.
public interface MirrorPolicies {
    /// What holds now; revision 0, empty, where nobody has said anything.
    PolicyDocument current();

    /// All revisions, newest first; the first 200.
    List<PolicyRevision> history();

    /// What there is to say about a text; saves nothing. For admins.
    List<PolicyFinding> check(PolicyText text);

    /// Whose downloads of the last thirty days a text would have judged otherwise. For admins. INVALID_INPUT when it
    /// has an error.
    List<PolicyEffect> simulate(PolicyText text);

    /// Saves a text as the next revision; it binds at once, exact versions too. For admins. INVALID_INPUT when it has
    /// an error, CONFLICT when somebody saved after the revision that it is based on.
    PolicyDocument save(PolicyChange change);
}
