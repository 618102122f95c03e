package io.atmoshub.hub.session;

import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.project.ProjectName;
import java.time.Instant;

/// A session as lists show it. `lastSeq` is the number of its newest event; `waitingForMe` says that an
/// approval is open which the caller may answer.
public record Session(
        SessionId id,
        SessionName name,
        ProjectId projectId,
        ProjectName projectName,
        PersonId ownerId,
        DisplayName ownerName,
        Visibility visibility,
        Activity activity,
        boolean waitingForMe,
        long lastSeq,
        Instant createdAt,
        Instant updatedAt) {}
