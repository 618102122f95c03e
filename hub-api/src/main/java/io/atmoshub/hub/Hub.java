package io.atmoshub.hub;

import io.atmoshub.hub.account.Account;
import io.atmoshub.hub.audit.AuditLog;
import io.atmoshub.hub.change.Changes;
import io.atmoshub.hub.conversation.Conversations;
import io.atmoshub.hub.mirror.Mirror;
import io.atmoshub.hub.model.Models;
import io.atmoshub.hub.people.People;
import io.atmoshub.hub.policy.Policies;
import io.atmoshub.hub.project.Projects;
import io.atmoshub.hub.session.Sessions;
import io.atmoshub.hub.stack.Stacks;
import io.atmoshub.hub.token.Tokens;
import io.atmoshub.hub.usage.Usages;

/// The hub as one person sees it. It is bound to who acts: in the server to an actor, in a client to a
/// token. Every call checks anew what that person may do, and refuses with a {@link HubException}.
public interface Hub {
    Account account();

    People people();

    Tokens tokens();

    Projects projects();

    Stacks stacks();

    Sessions sessions();

    /// What people do with what was said in sessions.
    Conversations conversations();

    /// What sessions changed, on its way into their projects.
    Changes changes();

    Policies policies();

    Models models();

    Usages usages();

    Mirror mirror();

    AuditLog audit();
}
