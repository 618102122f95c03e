package io.atmoshub.hub.session;

import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.project.ProjectName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A session as lists show it. `lastSeq` is the number of its newest event; `waitingForMe` says that an
/// approval is open which the caller may answer. `model` is the one that was chosen for it; without, the hub's default
/// answers.
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
        @Nullable ModelRef model,
        long lastSeq,
        Instant createdAt,
        Instant updatedAt) {}
