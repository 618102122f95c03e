package io.atmoshub.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.audit.AuditEntry;
import io.atmoshub.hub.audit.AuditFilter;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.web.Browserless;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditViewTest extends Browserless {
    @BeforeEach
    void happened() {
        for (String who : new String[] {"ana", "ben"}) {
            Hub acting = hub.as(who);
            acting.sessions()
                    .create(new NewSession(
                            hub.project("acme").id(), new SessionName(who + " asks"), Visibility.PRIVATE));
        }
        Hub admin = actAs("admin");
        // The chain seals within a second.
        until(() -> admin.audit().find(AuditFilter.ALL, PageRequest.first(10)).items().stream()
                .allMatch(entry -> entry.seq() != null));
        navigate(AuditView.class);
    }

    @SuppressWarnings("unchecked")
    private Grid<AuditEntry> grid() {
        return find(Grid.class).single();
    }

    private TextField filter() {
        return find(TextField.class).withClassName("filter").single();
    }

    private void open(int row) {
        test(grid()).clickRow(row);
        roundTrip();
    }

    @Test
    void theNewestComesFirst() {
        assertThat(test(grid()).size()).isEqualTo(2);
        assertThat(test(grid()).getRow(0).actor()).isEqualTo("ben");
    }

    @Test
    void typingFilters() {
        test(filter()).setValue("actor:ana action:session.*");

        assertThat(test(grid()).size()).isEqualTo(1);
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("api/v1/audit/export?format=csv&actor=ana&action=session.*");
    }

    @Test
    void aFilterNobodyKnowsIsExplained() {
        test(filter()).setValue("who:ana");

        assertThat(filter().isInvalid()).isTrue();
        assertThat(filter().getErrorMessage()).contains("Use actor, action, object");
    }

    @Test
    void aFilterHasAnAddress() {
        UI.getCurrent().navigate("audit", QueryParameters.of("filter", "actor:ana"));

        assertThat(filter().getValue()).isEqualTo("actor:ana");
        assertThat(test(grid()).size()).isEqualTo(1);
    }

    @Test
    void theDrawerShowsTheWholeRecordAndItsPlaceInTheChain() {
        open(0);

        assertThat(text()).contains("Hash before", "#2", "The hash fits this record and the one before.");
        press("Close");
        assertThat(text()).doesNotContain("Hash before");
    }

    @Test
    void aForgedRecordIsSeen() {
        hub.forgeAudit(2, "somebody else");
        test(filter()).setValue("actor:*");

        open(0);

        assertThat(text()).contains("The hash does not fit");
    }
}
