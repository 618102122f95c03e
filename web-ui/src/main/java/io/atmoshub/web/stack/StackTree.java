package io.atmoshub.web.stack;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.AbstractBackEndHierarchicalDataProvider;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import com.vaadin.flow.router.RouterLink;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.stack.ComponentRef;
import io.atmoshub.hub.stack.ComponentSummary;
import io.atmoshub.hub.stack.StackFilter;
import io.atmoshub.hub.stack.StackList;
import io.atmoshub.hub.stack.StackSummary;
import io.atmoshub.hub.stack.Stacks;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Stacks, in them types, in these components. What is in a stack is asked for when somebody opens it.
final class StackTree extends TreeGrid<StackTree.Node> {
    /// A line of the tree; the same line as long as it is called the same.
    sealed interface Node {
        String key();

        record OfStack(StackSummary stack) implements Node {
            @Override
            public String key() {
                return stack.name();
            }
        }

        record OfType(String stack, String type, int components) implements Node {
            @Override
            public String key() {
                return stack + "\n" + type;
            }
        }

        record OfComponent(ComponentRef component, boolean enabled) implements Node {
            @Override
            public String key() {
                return component.stack() + "\n" + component.type() + "\n" + component.component();
            }
        }
    }

    /// So many found stacks open by themselves.
    private static final int FEW = 8;

    private final Stacks stacks;
    private final ProjectId project;
    private final Map<String, List<ComponentSummary>> components = new HashMap<>();
    private List<Node> roots = List.of();
    private StackFilter filter = StackFilter.ALL;
    private @Nullable ComponentRef current;

    StackTree(Stacks stacks, ProjectId project) {
        this.stacks = stacks;
        this.project = project;
        addClassName("stack-tree");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_NO_ROW_BORDERS);
        addThemeName("dense");
        setSelectionMode(SelectionMode.NONE);
        getElement().setAttribute("aria-label", Words.of("stacks.tree"));
        addComponentHierarchyColumn(this::line).setHeader("").setFlexGrow(1);
        setDataProvider(new Lines());
        addItemClickListener(click -> pick(click.getItem()));
        addExpandListener(opened -> opened.getItems().forEach(this::openTypes));
    }

    /// Reads the stacks anew; nothing when all is well.
    StackList show(StackFilter wanted) {
        filter = wanted;
        components.clear();
        List<Node> found = new ArrayList<>();
        StackList page = stacks.list(project, filter, PageRequest.first(PageRequest.MOST));
        page.items().forEach(stack -> found.add(new Node.OfStack(stack)));
        String next = page.next();
        while (next != null) {
            StackList more = stacks.list(project, filter, new PageRequest(next, PageRequest.MOST));
            more.items().forEach(stack -> found.add(new Node.OfStack(stack)));
            next = more.next();
        }
        roots = List.copyOf(found);
        getDataProvider().refreshAll();
        if (!filter.equals(StackFilter.ALL) && roots.size() <= FEW) {
            roots.forEach(this::open);
        }
        return page;
    }

    List<Node> roots() {
        return roots;
    }

    /// Marks where one is, and opens the way there.
    void goTo(@Nullable String stack, @Nullable ComponentRef component) {
        ComponentRef before = current;
        current = component;
        refresh(before);
        refresh(component);
        for (int i = 0; i < roots.size(); i++) {
            Node root = roots.get(i);
            // Who clicked in the tree has it open, and before their eyes.
            if (root.key().equals(stack) && !isExpanded(root)) {
                open(root);
                scrollToIndex(new int[] {i});
            }
        }
    }

    private void refresh(@Nullable ComponentRef ref) {
        if (ref != null) {
            getDataProvider().refreshItem(new Node.OfComponent(ref, true));
        }
    }

    private void open(Node stack) {
        expand(stack);
        openTypes(stack);
    }

    private void openTypes(Node opened) {
        if (opened instanceof Node.OfStack stack) {
            expand(types(stack).toList());
        }
    }

    /// Shows a component, and opens or closes the rest.
    void pick(Node node) {
        switch (node) {
            case Node.OfComponent it -> Address.of(project, it.component()).go();
            case Node.OfStack it -> toggle(it);
            case Node.OfType it -> toggle(it);
        }
    }

    private void toggle(Node node) {
        if (isExpanded(node)) {
            collapse(node);
        } else {
            expand(node);
            openTypes(node);
        }
    }

    private Component line(Node node) {
        return switch (node) {
            case Node.OfStack it ->
                counted("stack", it.stack().name(), it.stack().components());
            case Node.OfType it -> counted("type", it.type(), it.components());
            case Node.OfComponent it -> {
                var link = new RouterLink();
                link.setText(SafeMarkdown.readable(it.component().component()));
                link.setRoute(StacksView.class, Address.route(project));
                link.setQueryParameters(Address.of(project, it.component()).queryParameters());
                link.addClassNames("line", "component");
                link.setHighlightCondition((same, navigated) -> false);
                link.setClassName("off", !it.enabled());
                if (it.component().equals(current)) {
                    link.addClassName("current");
                    link.getElement().setAttribute("aria-current", "page");
                }
                yield link;
            }
        };
    }

    private static Component counted(String kind, String name, int count) {
        var number = new Span(Integer.toString(count));
        number.addClassName("count");
        var words = new Span(SafeMarkdown.readable(name));
        words.addClassName("name");
        var line = new Span(words, number);
        line.addClassNames("line", kind);
        return line;
    }

    private Stream<Node> types(Node.OfStack stack) {
        String name = stack.stack().name();
        List<ComponentSummary> all = in(name);
        return new TreeSet<>(all.stream().map(ComponentSummary::type).toList())
                .stream()
                        .map(type -> new Node.OfType(name, type, (int) all.stream()
                                .filter(each -> each.type().equals(type))
                                .count()));
    }

    private Stream<Node> components(Node.OfType type) {
        return in(type.stack()).stream()
                .filter(each -> each.type().equals(type.type()))
                .map(each ->
                        new Node.OfComponent(new ComponentRef(type.stack(), type.type(), each.name()), each.enabled()));
    }

    private List<ComponentSummary> in(String stack) {
        return components.computeIfAbsent(
                stack,
                name -> stacks.components(project, name).stream()
                        .filter(each -> !each.inheritOnly() && filter.matches(name, each.name()))
                        .toList());
    }

    /// What is in a line; the stacks for none.
    Stream<Node> below(@Nullable Node parent) {
        return switch (parent) {
            case null -> roots.stream();
            case Node.OfStack stack -> types(stack);
            case Node.OfType type -> components(type);
            case Node.OfComponent component -> Stream.empty();
        };
    }

    private final class Lines extends AbstractBackEndHierarchicalDataProvider<Node, Void> {
        @Override
        protected Stream<Node> fetchChildrenFromBackEnd(HierarchicalQuery<Node, Void> query) {
            return below(query.getParent()).skip(query.getOffset()).limit(query.getLimit());
        }

        @Override
        public int getChildCount(HierarchicalQuery<Node, Void> query) {
            return (int) below(query.getParent())
                    .skip(query.getOffset())
                    .limit(query.getLimit())
                    .count();
        }

        @Override
        public boolean hasChildren(Node node) {
            return !(node instanceof Node.OfComponent);
        }

        @Override
        public Object getId(Node node) {
            return node.key();
        }
    }
}
