package io.atmoshub.client;

import io.atmoshub.client.account.AccountOverHttp;
import io.atmoshub.client.audit.AuditLogOverHttp;
import io.atmoshub.client.change.ChangesOverHttp;
import io.atmoshub.client.conversation.ConversationsOverHttp;
import io.atmoshub.client.mirror.MirrorOverHttp;
import io.atmoshub.client.model.ModelsOverHttp;
import io.atmoshub.client.people.PeopleOverHttp;
import io.atmoshub.client.policy.PoliciesOverHttp;
import io.atmoshub.client.project.ProjectsOverHttp;
import io.atmoshub.client.session.SessionsOverHttp;
import io.atmoshub.client.stack.StacksOverHttp;
import io.atmoshub.client.token.TokensOverHttp;
import io.atmoshub.client.usage.UsagesOverHttp;
import io.atmoshub.client.wire.Credential;
import io.atmoshub.client.wire.Wire;
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
import java.net.URI;

/// The hub at an address, as the bearer of a credential sees it.
public final class HubOverHttp implements Hub, AutoCloseable {
    private final Wire wire;

    private HubOverHttp(Wire wire) {
        this.wire = wire;
    }

    public static HubOverHttp at(URI address, Credential credential) {
        return new HubOverHttp(new Wire(address, credential));
    }

    public static HubOverHttp withToken(URI address, String token) {
        return at(address, new Credential.Token(token));
    }

    @Override
    public Account account() {
        return new AccountOverHttp(wire);
    }

    @Override
    public People people() {
        return new PeopleOverHttp(wire);
    }

    @Override
    public Tokens tokens() {
        return new TokensOverHttp(wire);
    }

    @Override
    public Projects projects() {
        return new ProjectsOverHttp(wire);
    }

    @Override
    public Stacks stacks() {
        return new StacksOverHttp(wire);
    }

    @Override
    public Sessions sessions() {
        return new SessionsOverHttp(wire);
    }

    @Override
    public Conversations conversations() {
        return new ConversationsOverHttp(wire);
    }

    @Override
    public Changes changes() {
        return new ChangesOverHttp(wire);
    }

    @Override
    public Policies policies() {
        return new PoliciesOverHttp(wire);
    }

    @Override
    public Models models() {
        return new ModelsOverHttp(wire);
    }

    @Override
    public Usages usages() {
        return new UsagesOverHttp(wire);
    }

    @Override
    public Mirror mirror() {
        return new MirrorOverHttp(wire);
    }

    @Override
    public AuditLog audit() {
        return new AuditLogOverHttp(wire);
    }

    /// Ends what is still going on.
    @Override
    public void close() {
        wire.close();
    }
}
