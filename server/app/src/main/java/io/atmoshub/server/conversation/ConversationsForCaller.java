package io.atmoshub.server.conversation;

import io.atmoshub.hub.conversation.Conversations;
import io.atmoshub.hub.session.Sessions;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.ActingAs;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.log.SessionLog;
import io.atmoshub.server.run.RunQueue;
import io.atmoshub.server.session.SessionDoor;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;

/// Makes the {@link ConversationsBean} of each caller.
@Service
public class ConversationsForCaller implements ActingAs<Conversations> {
    private final Tx tx;
    private final Access access;
    private final Audit audit;
    private final SessionLog log;
    private final RunQueue runs;
    private final ActingAs<Sessions> sessions;

    @Inject
    public ConversationsForCaller(
            Tx tx, Access access, Audit audit, SessionLog log, RunQueue runs, ActingAs<Sessions> sessions) {
        this.tx = tx;
        this.access = access;
        this.audit = audit;
        this.log = log;
        this.runs = runs;
        this.sessions = sessions;
    }

    @Override
    public Conversations as(Caller caller) {
        return new ConversationsBean(tx, new SessionDoor(caller, access, log, audit), runs, sessions.as(caller));
    }
}
