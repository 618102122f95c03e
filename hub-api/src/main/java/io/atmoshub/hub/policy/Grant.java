package io.atmoshub.hub.policy;

import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.project.ProjectName;
import java.time.Instant;

/// What somebody allowed for always, in a project. It answers questions that their own messages lead to, and nobody
/// else's.
public record Grant(GrantId id, ProjectId projectId, ProjectName projectName, String rule, Instant grantedAt) {}
