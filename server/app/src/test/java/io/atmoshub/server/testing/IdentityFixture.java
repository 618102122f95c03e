package io.atmoshub.server.testing;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.people.Invitation;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.testing.Cast;
import io.atmoshub.hub.testing.Fixture;
import io.atmoshub.server.caller.Caller;
import java.util.function.Function;

/// The part of a contract's fixture that is about people. What projects and sessions need is given by
/// whoever has them.
public abstract class IdentityFixture implements Fixture {
    protected final TestIdentity identity;
    private final Function<Caller, Hub> hubs;

    protected IdentityFixture(TestIdentity identity, Function<Caller, Hub> hubs) {
        this.identity = identity;
        this.hubs = hubs;
    }

    @Override
    public Hub as(Cast who) {
        return hubs.apply(identity.caller(who));
    }

    @Override
    public Hub signIn(String login, String password) {
        return hubs.apply(identity.signIn(login, password));
    }

    @Override
    public void join(Invitation invitation, String password) {
        identity.join(invitation.path(), password);
    }

    @Override
    public Hub withToken(String secret) {
        return hubs.apply(identity.byToken(secret));
    }

    @Override
    public abstract ProjectId project();
}
