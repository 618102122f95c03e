package io.atmoshub.client.change;

import io.atmoshub.client.wire.Path;
import io.atmoshub.client.wire.Wire;
import io.atmoshub.hub.change.ChangeSet;
import io.atmoshub.hub.change.Changes;
import io.atmoshub.hub.change.NewCommit;
import io.atmoshub.hub.change.ShownFile;
import io.atmoshub.hub.session.Commit;
import io.atmoshub.hub.session.SessionId;
import java.util.List;
import java.util.Map;

/// What sessions wrote, on its way into their projects.
public record ChangesOverHttp(Wire wire) implements Changes {
    @Override
    public ChangeSet of(SessionId session) {
        return wire.get(Path.of("sessions", session, "changes"), ChangeSet.class);
    }

    @Override
    public ChangeSet apply(SessionId session, List<ShownFile> files) {
        return wire.post(Path.of("sessions", session, "changes", "apply"), Map.of("files", files), ChangeSet.class);
    }

    @Override
    public Commit commit(SessionId session, NewCommit commit) {
        return wire.post(Path.of("sessions", session, "changes", "commit"), commit, Commit.class);
    }

    @Override
    public ChangeSet discard(SessionId session, List<ShownFile> files) {
        return wire.post(Path.of("sessions", session, "changes", "discard"), Map.of("files", files), ChangeSet.class);
    }
}
