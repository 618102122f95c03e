package io.atmoshub.web.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.testing.Spending;
import io.atmoshub.hub.usage.UsageBy;
import io.atmoshub.hub.usage.UsageSum;
import io.atmoshub.web.Browserless;
import io.atmoshub.web.session.ChatView;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class UsageViewTest extends Browserless {
    private Session spent() {
        Hub ana = hub.as("ana");
        Session session = ana.sessions()
                .create(new NewSession(hub.project("acme").id(), new SessionName("Ranges"), Visibility.SHARED));
        hub.spend("ana", session.id(), Spending.sonnet());
        hub.spend("ben", session.id(), Spending.llama());
        return session;
    }

    @Test
    void withoutUsageThePageSaysSo() {
        actAs("ana");
        navigate(UsageView.class);

        assertThat(text()).contains("No model of a provider was used", "answered you");
    }

    @Test
    @SuppressWarnings("unchecked")
    void membersSeeTheirOwnByAnything() {
        spent();
        actAs("ana");
        navigate(UsageView.class);

        assertThat(text()).contains("1.10M tokens · $4.50").doesNotContain("ollama");
        Grid<UsageSum> grid = find(Grid.class).single();
        assertThat(test(grid).getRow(0).name()).isEqualTo("anthropic/claude-sonnet-4-5-20250929");
        assertThat(test(grid).getCellText(0, 5)).isEqualTo("$4.50");
        Select<UsageBy> by = find(Select.class).all().getLast();
        test(by).selectItem("Session");
        assertThat(test(grid).getRow(0).name()).isEqualTo("Ranges");
        assertThat(find(Anchor.class).withText("Export CSV").single().getHref())
                .startsWith("api/v1/usage/export?by=session&from=");
    }

    @Test
    @SuppressWarnings("unchecked")
    void adminsSeeEverybodysWithoutAPriceWhereThereIsNone() {
        spent();
        actAs("admin");
        navigate(UsageView.class);

        Grid<UsageSum> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isEqualTo(2);
        assertThat(test(grid).getRow(1).name()).isEqualTo("ollama/llama3");
        assertThat(test(grid).getCellText(1, 5)).isEqualTo("–");
        assertThat(find(DayBars.class).single().getChildren()).hasSize(30);
    }

    @Test
    void theHeadOfASessionSaysWhatItUsed() {
        Session session = spent();
        actAs("ben");
        UI.getCurrent()
                .navigate(
                        ChatView.class,
                        new RouteParameters(
                                new RouteParam("session", session.id().toString())));
        roundTrip();

        assertThat(text()).contains("1.10M tokens · $4.50");
    }

    @Test
    void amountsAreShort() {
        assertThat(Amount.tokens(950)).isEqualTo("950");
        assertThat(Amount.tokens(1_234)).isEqualTo("1.23k");
        assertThat(Amount.tokens(12_345)).isEqualTo("12.3k");
        assertThat(Amount.tokens(999_999)).isEqualTo("1.00M");
        assertThat(Amount.dollars(new BigDecimal("0.0001"))).isEqualTo("less than 1 ¢");
        assertThat(Amount.dollars(new BigDecimal("1234.567"))).isEqualTo("$1,234.57");
        assertThat(Amount.dollars(BigDecimal.ZERO)).isEqualTo("$0.00");
    }
}
