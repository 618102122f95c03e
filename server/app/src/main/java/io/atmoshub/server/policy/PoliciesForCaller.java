package io.atmoshub.server.policy;

import io.atmoshub.hub.policy.Policies;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.ActingAs;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;

/// Makes the {@link PoliciesBean} of each caller.
@Service
public class PoliciesForCaller implements ActingAs<Policies> {
    private final PolicyParts parts;

    @Inject
    public PoliciesForCaller(
            Tx tx, Access access, Audit audit, PolicyStore store, ProjectPolicies projects, Grants grants) {
        parts = new PolicyParts(tx, access, audit, store, projects, grants);
    }

    @Override
    public Policies as(Caller caller) {
        return new PoliciesBean(caller, parts);
    }
}
