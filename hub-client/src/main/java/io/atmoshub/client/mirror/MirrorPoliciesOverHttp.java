package io.atmoshub.client.mirror;

import io.atmoshub.client.wire.Path;
import io.atmoshub.client.wire.Wire;
import io.atmoshub.hub.mirror.MirrorPolicies;
import io.atmoshub.hub.mirror.PolicyEffect;
import io.atmoshub.hub.policy.PolicyChange;
import io.atmoshub.hub.policy.PolicyDocument;
import io.atmoshub.hub.policy.PolicyFinding;
import io.atmoshub.hub.policy.PolicyRevision;
import io.atmoshub.hub.policy.PolicyText;
import java.util.List;

/// The mirror's policy.
record MirrorPoliciesOverHttp(Wire wire) implements MirrorPolicies {
    @Override
    public PolicyDocument current() {
        return wire.get(Path.of("mirror", "policy"), PolicyDocument.class);
    }

    @Override
    public List<PolicyRevision> history() {
        return wire.list(Path.of("mirror", "policy", "revisions"), PolicyRevision.class);
    }

    @Override
    public List<PolicyFinding> check(PolicyText text) {
        return List.of(wire.post(Path.of("mirror", "policy", "check"), text, PolicyFinding[].class));
    }

    @Override
    public List<PolicyEffect> simulate(PolicyText text) {
        return List.of(wire.post(Path.of("mirror", "policy", "simulation"), text, PolicyEffect[].class));
    }

    @Override
    public PolicyDocument save(PolicyChange change) {
        return wire.put(Path.of("mirror", "policy"), change, PolicyDocument.class);
    }
}
