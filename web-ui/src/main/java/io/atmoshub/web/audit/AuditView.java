package io.atmoshub.web.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.audit.AuditEntry;
import io.atmoshub.hub.audit.AuditLog;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Listing;
import io.atmoshub.web.face.Moment;
import io.atmoshub.web.face.PageHead;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.face.Zone;
import io.atmoshub.web.markdown.SafeMarkdown;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/// The audit log: who did what, found by typing, read row by row, taken away as a file.
@Route("audit")
@RolesAllowed("admin")
@Dependent
public final class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final AuditLog audit;
    private final TextField filter = new TextField();
    private final Grid<AuditEntry> grid = new Grid<>();
    private final Div drawer = new Div();
    private final Anchor ndjson = export("audit.export.ndjson");
    private final Anchor csv = export("audit.export.csv");
    private final Div empty = new Div();

    @Inject
    public AuditView(Hub hub) {
        this.audit = hub.audit();
        addClassNames("sheet", "audit");
        filter.setAriaLabel(Words.of("audit.filter"));
        filter.setPlaceholder(Words.of("audit.filter.example"));
        filter.setPrefixComponent(Icon.SEARCH.draw());
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> refresh());
        filter.addClassName("filter");
        columns();
        empty.addClassName("empty");
        empty.add(Icon.AUDIT.draw(), new Paragraph(Words.of("audit.none")));
        grid.setEmptyStateComponent(empty);
        drawer.addClassName("drawer");
        drawer.setVisible(false);
        var body = new Div(grid, drawer);
        body.addClassName("audit-body");
        var bar = new Div(filter, shortcuts());
        bar.addClassName("filter-bar");
        add(new PageHead(Words.of("nav.audit"), Words.of("audit.about"), ndjson, csv), bar, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        // A filter has an address that can be shared.
        filter.setValue(enter.getLocation()
                .getQueryParameters()
                .getSingleParameter("filter")
                .orElse(""));
        refresh();
    }

    private void columns() {
        grid.addComponentColumn(entry -> new Moment(entry.at()))
                .setHeader(Words.of("audit.at"))
                .setFlexGrow(0)
                .setWidth("8.5rem");
        grid.addComponentColumn(entry -> mono(entry.action()))
                .setHeader(Words.of("audit.action"))
                .setFlexGrow(3);
        grid.addColumn(entry -> SafeMarkdown.readable(entry.actor()))
                .setHeader(Words.of("audit.actor"))
                .setFlexGrow(2);
        grid.addColumn(entry -> SafeMarkdown.readable(entry.object()))
                .setHeader(Words.of("audit.object"))
                .setFlexGrow(4);
        grid.addComponentColumn(AuditView::outcome)
                .setHeader(Words.of("audit.outcome"))
                .setFlexGrow(0)
                .setWidth("8rem");
        grid.addColumn(entry -> entry.seq() == null ? "" : "#" + entry.seq())
                .setHeader(Words.of("audit.seq"))
                .setFlexGrow(0)
                .setWidth("6rem");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.addThemeName("dense");
        grid.setSelectionMode(Grid.SelectionMode.SINGLE);
        grid.addSelectionListener(selected -> selected.getFirstSelectedItem().ifPresentOrElse(this::open, this::close));
    }

    private Component shortcuts() {
        var shortcuts = new Div();
        shortcuts.addClassName("chips");
        for (String typed : new String[] {"action:account.*", "action:tool.*", "outcome:denied", "outcome:failed"}) {
            var chip = new com.vaadin.flow.component.html.NativeButton(typed, click -> filter.setValue(typed));
            chip.addClassName("chip");
            chip.getElement().setAttribute("type", "button");
            shortcuts.add(chip);
        }
        return shortcuts;
    }

    private void refresh() {
        try {
            TypedFilter typed = TypedFilter.parse(filter.getValue(), Zone.ofBrowser());
            filter.setInvalid(false);
            ndjson.setHref("api/v1/audit/export?" + typed.query("ndjson"));
            csv.setHref("api/v1/audit/export?" + typed.query("csv"));
            var listing = new Listing<>(page -> audit.find(typed.toFilter(), page));
            grid.setItems(listing::fetch);
            close();
        } catch (HubException refusal) {
            filter.setErrorMessage(refusal.what() + " " + refusal.hint());
            filter.setInvalid(true);
        }
    }

    private void open(AuditEntry entry) {
        drawer.removeAll();
        drawer.add(
                Buttons.icon(Icon.CLOSE, Words.of("close"), click -> grid.deselectAll()),
                new EntryDetails(entry, audit));
        drawer.setVisible(true);
    }

    private void close() {
        drawer.setVisible(false);
        drawer.removeAll();
    }

    private static Span mono(String text) {
        var span = new Span(SafeMarkdown.readable(text));
        span.addClassName("mono");
        return span;
    }

    private static Span outcome(AuditEntry entry) {
        var outcome = new Span(SafeMarkdown.readable(entry.outcome()));
        outcome.addClassNames("outcome", Outcomes.tone(entry.outcome()));
        return outcome;
    }

    private static Anchor export(String key) {
        var link = new Anchor("", Words.of(key));
        link.setRouterIgnore(true);
        link.getElement().setAttribute("download", true);
        link.addClassName("button-link");
        return link;
    }

    @Override
    public String getPageTitle() {
        return Words.of("title", Words.of("nav.audit"));
    }
}
