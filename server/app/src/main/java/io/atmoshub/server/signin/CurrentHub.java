package io.atmoshub.server.signin;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
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
import io.atmoshub.server.Hubs;
import io.atmoshub.server.caller.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Gives resources and views the hub of whoever sent the request. It is bound when it is injected, so a
/// view goes on acting for its person when there is no request any more, as on push.
@Dependent
public class CurrentHub {
    /// Where the request carries its {@link Caller}.
    static final String CALLER = "hub.caller";

    @Produces
    @Dependent
    static Hub hub(Hubs hubs, HttpServletRequest request) {
        return request.getAttribute(CALLER) instanceof Caller caller ? hubs.actingAs(caller) : new Nobodys();
    }

    /// For the few resources that need to know who, besides what they may do.
    @Produces
    @Dependent
    static Caller caller(HttpServletRequest request) {
        if (request.getAttribute(CALLER) instanceof Caller caller) {
            return caller;
        }
        throw Nobodys.nobody();
    }

    /// For what also serves those who are nobody.
    public static Optional<Caller> callerOf(HttpServletRequest request) {
        return request.getAttribute(CALLER) instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    /// For pages that anybody may open, such as the sign-in page, and a refusal for all that needs somebody.
    private static final class Nobodys implements Hub {
        @Override
        public Account account() {
            throw nobody();
        }

        @Override
        public People people() {
            throw nobody();
        }

        @Override
        public Tokens tokens() {
            throw nobody();
        }

        @Override
        public Projects projects() {
            throw nobody();
        }

        @Override
        public Stacks stacks() {
            throw nobody();
        }

        @Override
        public Sessions sessions() {
            throw nobody();
        }

        @Override
        public Conversations conversations() {
            throw nobody();
        }

        @Override
        public Changes changes() {
            throw nobody();
        }

        @Override
        public Policies policies() {
            throw nobody();
        }

        @Override
        public Models models() {
            throw nobody();
        }

        @Override
        public Usages usages() {
            throw nobody();
        }

        @Override
        public Mirror mirror() {
            throw nobody();
        }

        @Override
        public AuditLog audit() {
            throw nobody();
        }

        private static HubException nobody() {
            return new HubException(
                    ErrorCode.NOT_SIGNED_IN, "You are not signed in.", "Sign in, or send a token as a bearer.");
        }
    }
}
