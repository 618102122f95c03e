package io.atmoshub.hub.usage;

import io.atmoshub.hub.session.SessionId;
import java.util.List;

/// What models used. Everybody sees their own, admins see everybody's.
public interface Usages {
    /// The most that are summed up separately; days are all there.
    int MOST = 500;

    /// Days in their order, everything else by cost, the dearest first. NOT_ALLOWED for somebody else's usage.
    List<UsageSum> sums(UsageFilter filter, UsageBy by);

    /// What a session used so far, whoever asked: for all who can see the session.
    UsageSum session(SessionId id);
}
