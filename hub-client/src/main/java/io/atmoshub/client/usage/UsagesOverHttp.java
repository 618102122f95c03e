package io.atmoshub.client.usage;

import io.atmoshub.client.wire.Path;
import io.atmoshub.client.wire.Wire;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.usage.UsageBy;
import io.atmoshub.hub.usage.UsageFilter;
import io.atmoshub.hub.usage.UsageSum;
import io.atmoshub.hub.usage.Usages;
import java.util.List;
import java.util.Locale;

/// What models used.
public record UsagesOverHttp(Wire wire) implements Usages {
    @Override
    public List<UsageSum> sums(UsageFilter filter, UsageBy by) {
        Path path = Path.of("usage")
                .with("by", by.name().toLowerCase(Locale.ROOT))
                .with("from", filter.from())
                .with("until", filter.until())
                .with("person", filter.person())
                .with("project", filter.project())
                .with("model", filter.model());
        return wire.list(path, UsageSum.class);
    }

    @Override
    public UsageSum session(SessionId id) {
        return wire.get(Path.of("sessions", id, "usage"), UsageSum.class);
    }
}
