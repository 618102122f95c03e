package io.atmoshub.web.stack;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.stack.ComponentRef;
import io.atmoshub.hub.stack.Finding;
import io.atmoshub.hub.stack.StackFilter;
import io.atmoshub.hub.stack.StackList;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.project.ProjectDialog;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Stacks: the tree of a project on the left; a component, a stack or what is wrong on the right.
@Route("stacks/:project?")
@PermitAll
@Dependent
public final class StacksView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final Hub hub;
    private final Div side = new Div();
    private final Div main = new Div();
    private final Div notes = new Div();
    private final TextField filter = new TextField();
    private @Nullable Address here;
    private @Nullable StackTree tree;

    @Inject
    public StacksView(Hub hub) {
        this.hub = hub;
        addClassName("stacks");
        side.addClassName("stacks-side");
        main.addClassName("stacks-main");
        filter.setPlaceholder(Words.of("stacks.filter"));
        filter.setAriaLabel(Words.of("stacks.filter"));
        filter.setPrefixComponent(Icon.SEARCH.draw());
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> refresh());
        add(side, main);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent enter) {
        Optional<ProjectId> asked = enter.getRouteParameters().get("project").map(ProjectId::parse);
        List<Project> projects =
                hub.projects().list(PageRequest.first(PageRequest.MOST)).items();
        if (asked.isEmpty() && !projects.isEmpty()) {
            Project first = LastProject.of(projects).orElse(projects.getFirst());
            enter.forwardTo(StacksView.class, Address.route(first.id()));
            return;
        }
        if (asked.isEmpty()) {
            side.setVisible(false);
            main.removeAll();
            main.add(noProject());
            return;
        }
        Project project = hub.projects().get(asked.get());
        LastProject.is(project.id());
        Address before = here;
        here = Address.read(project.id(), enter.getLocation());
        if (before == null || !before.project().equals(project.id())) {
            open(project, projects);
        }
        show(here);
    }

    private void open(Project project, List<Project> projects) {
        side.removeAll();
        side.setVisible(true);
        var opened = new StackTree(hub.stacks(), project.id());
        tree = opened;
        var check = new RouterLink();
        check.add(Icon.CHECK.draw());
        check.add(Words.of("stacks.check"));
        check.setRoute(StacksView.class, Address.route(project.id()));
        check.setQueryParameters(
                Address.of(project.id()).showing(Address.Show.PROBLEMS).queryParameters());
        check.setHighlightCondition((same, navigated) -> false);
        check.addClassName("button-link");
        filter.clear();
        side.add(picker(project, projects), filter, notes, opened, check);
        refresh();
    }

    private Component picker(Project project, List<Project> projects) {
        var picker = new Select<Project>();
        picker.setAriaLabel(Words.of("start.project"));
        picker.setItemLabelGenerator(it -> it.name().value());
        picker.setItems(projects);
        picker.setValue(project);
        picker.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                Address.of(change.getValue().id()).go();
            }
        });
        return picker;
    }

    private void refresh() {
        StackTree shown = tree;
        if (shown == null) {
            return;
        }
        StackFilter wanted = new StackFilter(filter.getValue());
        StackList found = shown.show(wanted);
        Finding trouble = found.trouble();
        notes.removeAll();
        if (shown.roots().isEmpty()) {
            var none = new Paragraph(Words.of(wanted.equals(StackFilter.ALL) ? "stacks.none" : "stacks.noneFound"));
            none.addClassName("quiet");
            notes.add(none);
        }
        if (trouble != null) {
            notes.add(Findings.trouble(trouble));
        }
        shown.setVisible(!shown.roots().isEmpty());
        if (here != null) {
            shown.goTo(here.stack(), here.component());
        }
    }

    private void show(Address address) {
        main.removeAll();
        ComponentRef component = address.component();
        boolean something = component != null || address.stack() != null || address.show() == Address.Show.PROBLEMS;
        setClassName("has-detail", something);
        if (tree != null) {
            tree.goTo(address.stack(), component);
        }
        try {
            main.add(
                    component != null
                            ? new ComponentPane(hub.stacks(), address, component)
                            : StackPane.of(hub.stacks(), address));
        } catch (HubException refusal) {
            var empty = new Div(Icon.WARNING.draw(), new Paragraph(refusal.what()), new Paragraph(refusal.hint()));
            empty.addClassName("empty");
            main.add(empty);
        }
    }

    private Component noProject() {
        boolean admin = hub.account().me().person().role() == Role.ADMIN;
        var empty = new Div(
                Icon.STACKS.draw(),
                new H1(Words.of("nav.stacks")),
                new Paragraph(Words.of(admin ? "stacks.noProject.admin" : "stacks.noProject")));
        empty.addClassName("empty");
        if (admin) {
            empty.add(Buttons.plain(
                    Words.of("project.add"),
                    click -> new ProjectDialog(
                                    hub.projects(),
                                    added -> Address.of(added.id()).go())
                            .open()));
        }
        return empty;
    }

    @Override
    public String getPageTitle() {
        ComponentRef component = here == null ? null : here.component();
        return Words.of(
                "title",
                component == null ? Words.of("nav.stacks") : component.component() + " · " + component.stack());
    }
}
