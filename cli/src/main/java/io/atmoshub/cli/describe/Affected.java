package io.atmoshub.cli.describe;

import io.atmoshub.cli.output.FixedOrder;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Processing;
import io.atmoshub.stacks.Stack;
import io.atmoshub.stacks.StackEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which components a change touches: what their manifests say is another than before, or files they are made of
/// changed.
///
/// @param changed files that changed
record Affected(StackEngine now, StackEngine before, List<Path> changed, Processing processing) {
    private static final List<String> SECTIONS = List.of(
            "metadata",
            "vars",
            "env",
            "settings",
            "backend",
            "providers",
            "hooks",
            "source",
            "provision",
            "dependencies");
    private static final Pattern MODULE = Pattern.compile("source\\s*=\\s*\"(\\.[^\"]*)\"");

    /// A component, and why it is touched; the strongest reason first.
    record Touched(Component component, List<String> reasons, Optional<String> file) {}

    List<Touched> find(Optional<String> stack) {
        var found = new ArrayList<Touched>(now.stacks().parallelStream()
                .filter(each -> stack.isEmpty() || stack.get().equals(each.name()))
                .flatMap(each -> each.components().stream())
                .filter(each -> !each.isAbstract() && each.isEnabled())
                .map(this::touched)
                .filter(each -> !each.reasons().isEmpty())
                .toList());
        for (Stack each : before.stacks()) {
            if (stack.isEmpty() || stack.get().equals(each.name())) {
                deleted(each, found);
            }
        }
        found.sort(Comparator.comparing((Touched each) -> each.component().stack())
                .thenComparing(each -> each.component().type())
                .thenComparing(each -> each.component().name()));
        return found;
    }

    private void deleted(Stack old, List<Touched> found) {
        Optional<Stack> still = now.stack(old.name());
        for (Component component : old.components()) {
            boolean there = still.isPresent()
                    && still.get().component(component.type(), component.name()).isPresent();
            if (!there && !component.isAbstract()) {
                found.add(new Touched(
                        component, List.of(still.isPresent() ? "deleted" : "deleted.stack"), Optional.empty()));
            }
        }
    }

    private Touched touched(Component component) {
        Set<String> reasons = new LinkedHashSet<>();
        Optional<Component> old =
                before.stack(component.stack()).flatMap(stack -> stack.component(component.type(), component.name()));
        YamlMapping own = component.resolved(processing).section();
        Optional<YamlMapping> was = old.map(each -> each.resolved(processing).section());
        for (String section : SECTIONS) {
            Object there = plain(own.get(section));
            Object then = was.map(each -> plain(each.get(section))).orElse(null);
            if (!Objects.equals(there, then)) {
                reasons.add("stack." + section);
            }
        }
        Path folder = now.project().componentsFolder(component.type()).resolve(component.base());
        if (changedBelow(folder)) {
            reasons.add("component");
        }
        if (component.type().equals("terraform") && modules(folder).stream().anyMatch(this::changedBelow)) {
            reasons.add("component.module");
        }
        Optional<String> file = dependency(own, reasons);
        return new Touched(component, List.copyOf(reasons), file);
    }

    /// Files and folders that a component says it depends on.
    private Optional<String> dependency(YamlMapping section, Set<String> reasons) {
        if (!(section.get("settings") instanceof YamlMapping settings)
                || !(settings.get("depends_on") instanceof YamlMapping all)) {
            return Optional.empty();
        }
        Optional<String> first = Optional.empty();
        for (YamlMapping.Entry entry : all) {
            if (entry.value() instanceof YamlMapping one) {
                for (String kind : List.of("file", "folder")) {
                    if (one.get(kind) instanceof YamlNode.Scalar path
                            && changedBelow(now.project().basePath().resolve(path.text()))) {
                        reasons.add(kind);
                        first = first.or(() -> Optional.of(path.text()));
                    }
                }
            }
        }
        return first;
    }

    private boolean changedBelow(Path place) {
        Path plain = real(place);
        return changed.stream().anyMatch(file -> real(file).startsWith(plain));
    }

    /// A file that is gone is still below a folder that is there.
    private static Path real(Path place) {
        Path plain = place.toAbsolutePath().normalize();
        try {
            Path parent = plain.getParent();
            return parent == null ? plain : parent.toRealPath().resolve(plain.getFileName());
        } catch (IOException e) {
            return plain;
        }
    }

    /// Folders of modules on this machine that Terraform code calls, and what those call.
    private static Set<Path> modules(Path folder) {
        Set<Path> modules = new LinkedHashSet<>();
        var open = new ArrayList<Path>(List.of(folder));
        while (!open.isEmpty() && modules.size() < 200) {
            for (Path called : calls(open.removeLast())) {
                if (modules.add(called)) {
                    open.add(called);
                }
            }
        }
        return modules;
    }

    private static List<Path> calls(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var called = new ArrayList<Path>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".tf")).toList()) {
                Matcher source = MODULE.matcher(Files.readString(file));
                while (source.find()) {
                    called.add(folder.resolve(source.group(1)).normalize());
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return called;
    }

    private static @Nullable Object plain(@Nullable YamlNode node) {
        Object value = node == null ? null : node.toJava();
        return value instanceof Map<?, ?> map && map.isEmpty() ? null : value;
    }

    /// As Atmos shows it.
    FixedOrder shown(Touched touched) {
        Component component = touched.component();
        FixedOrder shown = new FixedOrder()
                .and("component", component.name())
                .and("component_type", component.type())
                .and("component_path", Dependents.path(now, component));
        Dependents.context(component.section(), shown);
        shown.and("stack", component.stack())
                .and("stack_slug", Dependents.slug(component))
                .and("affected", touched.reasons().getFirst())
                .and("affected_all", touched.reasons());
        touched.file().ifPresent(file -> shown.and("file", file));
        return shown;
    }
}
