package io.atmoshub.mirror.policy;

import io.atmoshub.mirror.MirrorException;
import io.atmoshub.mirror.MirrorException.Kind;
import io.atmoshub.mirror.ledger.Ledger;
import io.atmoshub.mirror.ledger.MirrorDatabase;
import io.atmoshub.mirror.ledger.Pinned.ToolFile;
import io.atmoshub.mirror.pull.PullThrough;
import io.atmoshub.mirror.pull.Vouchers;
import io.atmoshub.mirror.upstream.UpstreamAddress;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// Holds what is asked of the mirror to the policy: before it is fetched, and once it is known who vouches for it.
public final class Gate {
    private final PolicyShelf shelf;
    private final Releases releases;
    private final Ledger ledger;
    private final Clock clock;

    public Gate(PolicyShelf shelf, MirrorDatabase database, Ledger ledger, PullThrough mirror, Clock clock) {
        this.shelf = shelf;
        this.releases = new Releases(database, mirror, clock);
        this.ledger = ledger;
        this.clock = clock;
    }

    /// @param fetched whether the file is here, with all that vouches for it
    public void admit(UpstreamAddress address, boolean fetched) throws IOException {
        MirrorPolicy policy = shelf.current();
        if (policy.equals(MirrorPolicy.NONE)) {
            return;
        }
        ToolFile tool = Vouchers.tool(address);
        Instant now = clock.instant();
        Releases.Dates dates = policy.asksForAge() && !tool.tool().isEmpty()
                ? releases.of(address, tool.tool(), tool.version())
                : new Releases.Dates(Optional.empty(), Instant.EPOCH);
        boolean vouched = fetched && vouched(address);
        Candidate wanted = new Candidate(
                tool.tool(), tool.version(), dates.published(), dates.firstSeen(), vouched, Optional.empty());
        policy.judge(wanted, now, fetched).ifPresent(why -> {
            throw new MirrorException(Kind.NOT_ALLOWED, why.what(), why.hint());
        });
    }

    private boolean vouched(UpstreamAddress address) {
        return !ledger.evidence(address).isEmpty();
    }
}
