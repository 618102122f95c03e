package io.atmoshub.server;

import io.atmoshub.hub.Hub;
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
import io.atmoshub.server.caller.ActingAs;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;

/// Makes the hub as one caller sees it. It needs no request, so it serves listeners and background threads.
@Service
public class Hubs {
    private final ActingAs<Account> accounts;
    private final ActingAs<People> people;
    private final ActingAs<Tokens> tokens;
    private final ActingAs<Projects> projects;
    private final ActingAs<Stacks> stacks;
    private final ActingAs<Sessions> sessions;
    private final ActingAs<Conversations> conversations;
    private final ActingAs<Changes> changes;
    private final ActingAs<Policies> policies;
    private final ActingAs<Models> models;
    private final ActingAs<Usages> usages;
    private final ActingAs<Mirror> mirror;
    private final ActingAs<AuditLog> audit;

    @Inject
    public Hubs(
            ActingAs<Account> accounts,
            ActingAs<People> people,
            ActingAs<Tokens> tokens,
            ActingAs<Projects> projects,
            ActingAs<Stacks> stacks,
            ActingAs<Sessions> sessions,
            ActingAs<Conversations> conversations,
            ActingAs<Changes> changes,
            ActingAs<Policies> policies,
            ActingAs<Models> models,
            ActingAs<Usages> usages,
            ActingAs<Mirror> mirror,
            ActingAs<AuditLog> audit) {
        this.accounts = accounts;
        this.people = people;
        this.tokens = tokens;
        this.projects = projects;
        this.stacks = stacks;
        this.sessions = sessions;
        this.conversations = conversations;
        this.changes = changes;
        this.policies = policies;
        this.models = models;
        this.usages = usages;
        this.mirror = mirror;
        this.audit = audit;
    }

    public Hub actingAs(Caller caller) {
        return new HubOf(
                accounts.as(caller),
                people.as(caller),
                tokens.as(caller),
                projects.as(caller),
                stacks.as(caller),
                sessions.as(caller),
                conversations.as(caller),
                changes.as(caller),
                policies.as(caller),
                models.as(caller),
                usages.as(caller),
                mirror.as(caller),
                audit.as(caller));
    }

    private record HubOf(
            Account account,
            People people,
            Tokens tokens,
            Projects projects,
            Stacks stacks,
            Sessions sessions,
            Conversations conversations,
            Changes changes,
            Policies policies,
            Models models,
            Usages usages,
            Mirror mirror,
            AuditLog audit)
            implements Hub {}
}
