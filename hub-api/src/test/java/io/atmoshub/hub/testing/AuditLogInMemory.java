package io.atmoshub.hub.testing;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.audit.AuditEntry;
import io.atmoshub.hub.audit.AuditFilter;
import io.atmoshub.hub.audit.AuditLog;
import io.atmoshub.hub.audit.Checkpoint;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.token.Scope;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The audit log of the hub in memory.
record AuditLogInMemory(Organisation org, WayIn way) implements AuditLog {
    @Override
    public Page<AuditEntry> find(AuditFilter filter, PageRequest page) {
        return org.locked(() -> {
            org.require(way, Role.ADMIN, Scope.ADMIN);
            return Organisation.page(
                    org.audit.entries.reversed().stream()
                            .filter(e -> matches(filter, e))
                            .toList(),
                    page);
        });
    }

    @Override
    public List<AuditEntry> sealed(long afterSeq, int limit) {
        return org.locked(() -> {
            org.require(way, Role.ADMIN, Scope.ADMIN);
            if (limit < 1 || limit > 1_000) {
                throw new HubException(
                        ErrorCode.INVALID_INPUT, "1 to 1,000 entries can be asked for.", "Ask for fewer.");
            }
            return org.audit.entries.stream()
                    .skip(Math.max(0, afterSeq))
                    .limit(limit)
                    .toList();
        });
    }

    @Override
    public List<Checkpoint> checkpoints() {
        return org.locked(() -> {
            org.require(way, Role.ADMIN, Scope.ADMIN);
            return org.audit.checkpoints(org.now());
        });
    }

    private static boolean matches(AuditFilter f, AuditEntry e) {
        return like(f.actor(), e.actor())
                && like(f.action(), e.action())
                && (like(f.object(), e.object()) || like(f.object(), e.objectId()))
                && (f.outcome() == null || f.outcome().equals(e.outcome()))
                && (f.from() == null || !e.at().isBefore(f.from()))
                && (f.to() == null || e.at().isBefore(f.to()));
    }

    private static boolean like(@Nullable String wanted, String value) {
        if (wanted == null) {
            return true;
        }
        String pattern = Pattern.quote(wanted.toLowerCase(Locale.ROOT)).replace("*", "\\E.*\\Q");
        return value.toLowerCase(Locale.ROOT).matches(pattern);
    }
}
