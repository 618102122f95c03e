package io.atmoshub.web.audit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.audit.AuditChain;
import io.atmoshub.hub.audit.AuditEntry;
import io.atmoshub.hub.audit.AuditLog;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;
import java.util.List;
import java.util.TreeMap;

/// The whole record of an entry and its place in the chain, recomputed before the reader's eyes.
final class EntryDetails extends Div {
    EntryDetails(AuditEntry entry, AuditLog audit) {
        addClassName("entry");
        add(new H2(SafeMarkdown.readable(entry.action())));
        field("audit.at", entry.at().toString());
        field("audit.actor", entry.actor());
        field("audit.address", entry.address());
        field("audit.objectKind", entry.objectKind());
        field("audit.object", entry.object());
        field("audit.objectId", entry.objectId());
        field("audit.outcome", entry.outcome());
        field("audit.id", entry.id().toString());
        if (!entry.detail().isEmpty()) {
            add(new H3(Words.of("audit.detail")));
            new TreeMap<>(entry.detail()).forEach(this::row);
        }
        add(new H3(Words.of("audit.chain")));
        if (entry.seq() == null || entry.hash() == null) {
            row(Words.of("audit.seq"), Words.of("audit.unsealed"));
        } else {
            chain(entry, entry.seq(), entry.hash(), audit);
        }
    }

    private void chain(AuditEntry entry, long seq, String hash, AuditLog audit) {
        List<AuditEntry> before = seq == 1 ? List.of() : audit.sealed(seq - 2, 1);
        String link = before.isEmpty()
                ? AuditChain.START
                : String.valueOf(before.getFirst().hash());
        boolean known = seq == 1
                || (!before.isEmpty()
                        && Long.valueOf(seq - 1).equals(before.getFirst().seq()));
        row(Words.of("audit.seq"), "#" + seq);
        row(Words.of("audit.before"), known ? link : Words.of("audit.before.gone"));
        row(Words.of("audit.hash"), hash);
        if (known) {
            boolean holds = AuditChain.hash(link, seq, entry).equals(hash);
            var verdict = new Div(
                    (holds ? Icon.CHECK : Icon.WARNING).draw(),
                    new Span(Words.of(holds ? "audit.holds" : "audit.broken")));
            verdict.addClassNames("verdict", holds ? "good" : "wrong");
            add(verdict);
        }
    }

    private void field(String key, String value) {
        row(Words.of(key), value);
    }

    private void row(String label, String value) {
        var name = new Span(SafeMarkdown.readable(label));
        name.addClassName("label");
        var text = new Span(SafeMarkdown.readable(value));
        text.addClassName("value");
        var row = new Div(name, text);
        row.addClassName("entry-row");
        add(row);
    }
}
