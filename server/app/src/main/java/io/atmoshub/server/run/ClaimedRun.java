package io.atmoshub.server.run;

import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionId;
import java.nio.file.Path;
import java.util.UUID;

/// A run in the hands of one node, as long as nobody has a higher fence.
public record ClaimedRun(
        RunId id,
        SessionId session,
        UUID message,
        ProjectId project,
        Path folder,
        Asker asker,
        long fence,
        int lost,
        boolean cancelRequested) {
    /// Who asked, and from which address.
    public record Asker(PersonId id, String name, String address) {}
}
