package io.atmoshub.server.audit;

import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.audit.AuditEntry;
import io.atmoshub.hub.audit.AuditFilter;
import io.atmoshub.hub.audit.AuditLog;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.server.caller.Access;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Takes entries out of the hub, page by page, so that a log of any length fits. That somebody did is an
/// entry itself.
@Service
public class AuditExport {
    /// The forms an export has.
    public enum Format {
        NDJSON("application/x-ndjson"),
        CSV("text/csv");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    private static final List<String> COLUMNS = List.of(
            "seq",
            "at",
            "actor",
            "actorId",
            "address",
            "action",
            "objectKind",
            "objectId",
            "object",
            "outcome",
            "detail",
            "id",
            "hash");

    private final Tx tx;
    private final Access access;
    private final Audit audit;

    @Inject
    public AuditExport(Tx tx, Access access, Audit audit) {
        this.tx = tx;
        this.access = access;
        this.audit = audit;
    }

    /// Refuses here, before the first byte of an answer, whoever may not.
    public void begin(Caller caller, Format format) {
        tx.run(em -> {
            access.require(em, caller, Role.ADMIN, Scope.ADMIN);
            AuditObject log = new AuditObject("audit", "", "audit log");
            audit.record(em, caller, "audit.export", log, Audit.OK, Map.of("format", format.name()));
        });
    }

    public void write(Caller caller, AuditFilter filter, Format format, Writer out) throws IOException {
        AuditLog log = new AuditLogBean(caller, tx, access);
        if (format == Format.CSV) {
            out.write(String.join(",", COLUMNS) + "\r\n");
        }
        PageRequest next = PageRequest.first(PageRequest.MOST);
        while (true) {
            Page<AuditEntry> page = log.find(filter, next);
            for (AuditEntry entry : page.items()) {
                out.write(
                        switch (format) {
                            case NDJSON -> HubJson.write(entry) + "\n";
                            case CSV -> row(entry);
                        });
            }
            if (page.next() == null) {
                return;
            }
            next = new PageRequest(page.next(), PageRequest.MOST);
        }
    }

    private static String row(AuditEntry e) {
        return List.of(
                                text(e.seq()),
                                text(e.at()),
                                e.actor(),
                                text(e.actorId()),
                                e.address(),
                                e.action(),
                                e.objectKind(),
                                e.objectId(),
                                e.object(),
                                e.outcome(),
                                HubJson.canonical(e.detail()),
                                text(e.id()),
                                text(e.hash()))
                        .stream()
                        .map(AuditExport::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /// Spreadsheets run what begins like a formula, and anybody can name a token `=cmd…`: an apostrophe makes
    /// it text.
    static String cell(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
    }
}
