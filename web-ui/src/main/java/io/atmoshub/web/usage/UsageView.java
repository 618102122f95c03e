package io.atmoshub.web.usage;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.usage.UsageBy;
import io.atmoshub.hub.usage.UsageFilter;
import io.atmoshub.hub.usage.UsageSum;
import io.atmoshub.hub.usage.Usages;
import io.atmoshub.web.face.PageHead;
import io.atmoshub.web.face.Toast;
import io.atmoshub.web.face.Words;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/// What models used: bars by day, and below them a table with the same filter.
@Route("usage")
@PermitAll
@Dependent
public final class UsageView extends Div implements HasDynamicTitle {
    private static final int USUAL = 30;

    private final Usages usages;
    private final Select<Integer> period = new Select<>();
    private final Select<UsageBy> by = new Select<>();
    private final Anchor csv = new Anchor("", Words.of("usage.export"));
    private final Span total = new Span();
    private final Div bars = new Div();
    private final Grid<UsageSum> grid = new Grid<>();
    private final Div empty = new Div();

    @Inject
    public UsageView(Hub hub) {
        this.usages = hub.usages();
        boolean admin = hub.account().me().person().role() == Role.ADMIN;
        addClassNames("wide", "sheet", "usage");
        period.setLabel(Words.of("usage.period"));
        period.setItems(7, USUAL, 90, 365);
        period.setItemLabelGenerator(days -> Words.of("usage.period.days", days));
        period.setValue(USUAL);
        period.addValueChangeListener(change -> refresh());
        by.setLabel(Words.of("usage.by"));
        by.setItems(UsageBy.values());
        by.setItemLabelGenerator(it -> Words.of("usage.by." + it.name()));
        by.setValue(UsageBy.MODEL);
        by.addValueChangeListener(change -> refresh());
        csv.setRouterIgnore(true);
        csv.getElement().setAttribute("download", true);
        csv.addClassName("button-link");
        total.addClassName("total");
        var filter = new Div(period, by, total);
        filter.addClassName("usage-filter");
        bars.addClassName("usage-bars");
        columns();
        empty.add(new Paragraph(Words.of("usage.none")));
        empty.addClassName("empty");
        add(
                new PageHead(Words.of("nav.usage"), Words.of(admin ? "usage.about.admin" : "usage.about"), csv),
                filter,
                bars,
                empty,
                grid);
        refresh();
    }

    private void columns() {
        grid.addColumn(UsageSum::name).setHeader(Words.of("usage.name")).setFlexGrow(3);
        number("usage.calls", sum -> Long.toString(sum.calls()));
        number("usage.input", sum -> Amount.tokens(sum.input()));
        number("usage.cached", sum -> Amount.tokens(sum.cached() + sum.cacheCreation()));
        number("usage.output", sum -> Amount.tokens(sum.output()));
        number("usage.cost", sum -> sum.unpriced() == sum.calls() ? "–" : Amount.dollars(sum.cost()));
        number(
                "usage.firstWord",
                sum -> sum.firstWordMillis() == null
                        ? "–"
                        : String.format(Locale.ROOT, "%.1f s", sum.firstWordMillis() / 1000.0));
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
    }

    private void number(String words, com.vaadin.flow.function.ValueProvider<UsageSum, String> value) {
        grid.addColumn(value)
                .setHeader(Words.of(words))
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("7.5rem");
    }

    private void refresh() {
        try {
            LocalDate until = LocalDate.now(ZoneOffset.UTC);
            LocalDate from = until.minusDays(period.getValue() - 1L);
            UsageFilter filter = UsageFilter.between(from, until);
            List<UsageSum> days = usages.sums(filter, UsageBy.DAY);
            List<UsageSum> sums = usages.sums(filter, by.getValue());
            bars.removeAll();
            bars.add(new DayBars(days, from, until));
            grid.setItems(sums);
            boolean nothing = sums.isEmpty();
            empty.setVisible(nothing);
            grid.setVisible(!nothing);
            bars.setVisible(!nothing);
            total.setText(days.stream().reduce(UsageView::both).map(Amount::of).orElse(""));
            csv.setHref("api/v1/usage/export?by=%s&from=%s&until=%s"
                    .formatted(by.getValue().name().toLowerCase(Locale.ROOT), from, until));
        } catch (HubException refusal) {
            Toast.refused(refusal);
        }
    }

    private static UsageSum both(UsageSum one, UsageSum other) {
        return new UsageSum(
                "",
                "",
                one.calls() + other.calls(),
                one.input() + other.input(),
                one.cached() + other.cached(),
                one.cacheCreation() + other.cacheCreation(),
                one.output() + other.output(),
                one.cost().add(other.cost()),
                one.unpriced() + other.unpriced(),
                one.estimated() + other.estimated(),
                null);
    }

    @Override
    public String getPageTitle() {
        return Words.of("title", Words.of("nav.usage"));
    }
}
