package io.atmoshub.server.stack;

import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.project.Projects;
import io.atmoshub.hub.stack.ComponentRef;
import io.atmoshub.hub.stack.ComponentSummary;
import io.atmoshub.hub.stack.Finding;
import io.atmoshub.hub.stack.MergedComponent;
import io.atmoshub.hub.stack.Neighbours;
import io.atmoshub.hub.stack.StackFilter;
import io.atmoshub.hub.stack.StackList;
import io.atmoshub.hub.stack.StackSummary;
import io.atmoshub.hub.stack.Stacks;
import io.atmoshub.server.database.Cursor;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Dependencies;
import io.atmoshub.stacks.Processing;
import io.atmoshub.stacks.Stack;
import io.atmoshub.stacks.StackEngine;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.live.Look;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/// The stacks, for one caller: who sees the project sees them.
final class StacksBean implements Stacks {
    private final Projects projects;
    private final WarmStacks warm;

    StacksBean(Projects projects, WarmStacks warm) {
        this.projects = projects;
        this.warm = warm;
    }

    @Override
    public StackList list(ProjectId project, StackFilter filter, PageRequest page) {
        String after =
                page.cursor() == null ? "" : Cursor.read(page.cursor(), 1).getFirst();
        Path folder = folder(project);
        Words words = new Words(folder);
        Look look = warm.look(folder);
        Finding trouble = look.trouble().map(words::finding).orElse(null);
        StackEngine engine = look.good();
        if (engine == null) {
            return new StackList(List.of(), null, trouble);
        }
        List<StackSummary> found = engine.stacks().stream()
                .filter(stack -> stack.name().compareTo(after) > 0)
                .map(stack -> summary(stack, filter, engine))
                .filter(stack -> stack.components() > 0 || filter.equals(StackFilter.ALL))
                .limit(page.limit() + 1L)
                .toList();
        Page<StackSummary> cut = Cursor.page(found, page.limit(), stack -> List.of(stack.name()));
        return new StackList(cut.items(), cut.next(), trouble);
    }

    private static StackSummary summary(Stack stack, StackFilter filter, StackEngine engine) {
        int count = (int) stack.components().stream()
                .filter(each -> !each.isAbstract() && filter.matches(stack.name(), each.name()))
                .map(each -> List.of(each.type(), each.name()))
                .distinct()
                .count();
        return new StackSummary(
                stack.name(), ImportLinks.shown(engine, stack.manifests().getFirst()), count);
    }

    @Override
    public List<ComponentSummary> components(ProjectId project, String stack) {
        Path folder = folder(project);
        Words words = new Words(folder);
        return readable(
                words,
                () -> stack(engine(words, warm.look(folder)), stack, words).components().stream()
                        .map(each ->
                                new ComponentSummary(each.type(), each.name(), each.isAbstract(), each.isEnabled()))
                        .sorted(Comparator.comparing(ComponentSummary::type).thenComparing(ComponentSummary::name))
                        .distinct()
                        .toList());
    }

    @Override
    public MergedComponent component(ProjectId project, ComponentRef component) {
        Path folder = folder(project);
        Words words = new Words(folder);
        Look look = warm.look(folder);
        return readable(words, () -> {
            StackEngine engine = engine(words, look);
            return new Merging(engine, words)
                    .of(
                            component(engine, component, words),
                            look.trouble().map(words::finding).orElse(null));
        });
    }

    @Override
    public Neighbours neighbours(ProjectId project, ComponentRef component) {
        Path folder = folder(project);
        Words words = new Words(folder);
        return readable(words, () -> {
            StackEngine engine = engine(words, warm.look(folder));
            Component asked = component(engine, component, words);
            Dependencies dependencies = new Dependencies(engine, Processing.ALL);
            return new Neighbours(refs(dependencies.of(asked)), refs(dependencies.dependents(asked)));
        });
    }

    @Override
    public List<Finding> problems(ProjectId project) {
        Path folder = folder(project);
        Words words = new Words(folder);
        try {
            return warm.findings(folder).stream().map(words::finding).toList();
        } catch (RuntimeException e) {
            return List.of(words.finding(e).orElseThrow(() -> e));
        }
    }

    private static List<ComponentRef> refs(List<Component> components) {
        return components.stream()
                .map(each -> new ComponentRef(each.stack(), each.type(), each.name()))
                .distinct()
                .toList();
    }

    /// NOT_FOUND for whoever may not see the project, too.
    private Path folder(ProjectId project) {
        return Path.of(projects.get(project).folder());
    }

    private static <T> T readable(Words words, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            throw words.finding(e)
                    .<RuntimeException>map(finding -> words.refusal(finding, e))
                    .orElse(e);
        }
    }

    private static StackEngine engine(Words words, Look look) {
        if (look.good() == null) {
            throw words.refusal(
                    look.trouble().map(words::finding).orElseThrow(),
                    look.trouble().orElseThrow().cause());
        }
        return look.engine();
    }

    private static Stack stack(StackEngine engine, String name, Words words) {
        try {
            return engine.required(name);
        } catch (StackException e) {
            throw words.notFound(e);
        }
    }

    private static Component component(StackEngine engine, ComponentRef asked, Words words) {
        List<Component> found = stack(engine, asked.stack(), words).named(asked.component()).stream()
                .filter(each -> each.type().equals(asked.type()))
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (!found.isEmpty()) {
            return engine.component(asked.stack(), asked.component());
        }
        try {
            engine.component(asked.stack(), asked.component());
        } catch (StackException e) {
            throw words.notFound(e);
        }
        throw words.notFound(new StackException(
                null,
                "The component \"%s\" in the stack \"%s\" is not of the type \"%s\"."
                        .formatted(asked.component(), asked.stack(), asked.type()),
                "Look at the list of its components."));
    }
}
