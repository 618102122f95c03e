package io.atmoshub.client.policy;

import io.atmoshub.client.wire.Path;
import io.atmoshub.client.wire.Wire;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.policy.Grant;
import io.atmoshub.hub.policy.GrantId;
import io.atmoshub.hub.policy.Policies;
import io.atmoshub.hub.policy.PolicyChange;
import io.atmoshub.hub.policy.PolicyDocument;
import io.atmoshub.hub.policy.PolicyFinding;
import io.atmoshub.hub.policy.PolicyRevision;
import io.atmoshub.hub.policy.PolicyRule;
import io.atmoshub.hub.policy.PolicyText;
import io.atmoshub.hub.policy.WhatHappens;
import io.atmoshub.hub.policy.WhatIf;
import io.atmoshub.hub.project.ProjectId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The policies.
public record PoliciesOverHttp(Wire wire) implements Policies {
    @Override
    public PolicyDocument current() {
        return wire.get(Path.of("policy"), PolicyDocument.class);
    }

    @Override
    public PolicyDocument revision(int number) {
        return wire.get(Path.of("policy", "revisions", number), PolicyDocument.class);
    }

    @Override
    public Page<PolicyRevision> history(PageRequest page) {
        return wire.page(Path.of("policy", "revisions").with(page), PolicyRevision.class);
    }

    @Override
    public List<PolicyFinding> check(PolicyText text) {
        return List.of(wire.post(Path.of("policy", "check"), text, PolicyFinding[].class));
    }

    @Override
    public PolicyDocument save(PolicyChange change) {
        return wire.put(Path.of("policy"), change, PolicyDocument.class);
    }

    @Override
    public List<PolicyRule> rules(@Nullable ProjectId project) {
        return wire.list(Path.of("policy", "rules").with("project", project), PolicyRule.class);
    }

    @Override
    public WhatHappens whatIf(WhatIf question) {
        return wire.post(Path.of("policy", "what-if"), question, WhatHappens.class);
    }

    @Override
    public List<Grant> grants() {
        return wire.list(Path.of("policy", "grants"), Grant.class);
    }

    @Override
    public void removeGrant(GrantId id) {
        wire.delete(Path.of("policy", "grants", id));
    }
}
