package io.atmoshub.cli.describe;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.Failure;
import io.atmoshub.project.Project;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.StackEngine;
import io.atmoshub.stacks.StackException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Finds the component a person means: by its name, or by the folder of its code.
///
/// @param folder where the person is
public record ComponentFinder(StackEngine engine, Path folder) {
    /// @throws Failure when there is none
    public Component find(String component, String stack) {
        if (engine.stack(stack).isEmpty()) {
            throw unknown(stack);
        }
        if (!isPath(component)) {
            return engine.component(stack, component);
        }
        Path path = folder.resolve(component).normalize();
        return inFolder(path, stack);
    }

    private Failure unknown(String stack) {
        String meant = "";
        try {
            engine.required(stack);
        } catch (StackException e) {
            meant = e.hint();
        }
        return new Failure(
                "Error", "invalid stack", "Stack %s not found.".formatted(stack), List.of(meant), Atmos.FAILED);
    }

    private static boolean isPath(String component) {
        return component.equals(".")
                || component.equals("..")
                || component.startsWith("./")
                || component.startsWith("../")
                || component.startsWith("/");
    }

    private Component inFolder(Path path, String stack) {
        Project project = engine.project();
        Set<String> types = new TreeSet<>(Set.of("terraform", "helmfile", "packer"));
        types.addAll(project.config().section("components").keySet());
        for (String type : types) {
            Path all = project.componentsFolder(type);
            boolean set = !project.config()
                    .text("components", type, "base_path")
                    .orElse("")
                    .isEmpty();
            if (set && path.startsWith(all) && !path.equals(all)) {
                return only(
                        engine.required(stack).components(),
                        type,
                        all.relativize(path).toString(),
                        stack);
            }
        }
        String what = path.startsWith(project.stacksFolder())
                ? "The path leads to the stack manifests, not to a component: %s".formatted(path)
                : "No component has its code in %s".formatted(path);
        throw new Failure(
                "Error",
                "path is not within Atmos component directories",
                what,
                List.of("Components are below the folders that components.<type>.base_path names in atmos.yaml."),
                Atmos.MISUSED);
    }

    private static Component only(List<Component> all, String type, String base, String stack) {
        List<Component> found = all.stream()
                .filter(each -> each.type().equals(type) && !each.isAbstract())
                .filter(each -> each.name().equals(base) || each.base().equals(base))
                .toList();
        List<Component> exact =
                found.stream().filter(each -> each.name().equals(base)).toList();
        if (exact.size() == 1) {
            return exact.getFirst();
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw found.isEmpty()
                ? new Failure(
                        "Error",
                        "invalid component",
                        "Stack %s has no component whose code is %s.".formatted(stack, base),
                        List.of("See all with: atmos list components"),
                        Atmos.FAILED)
                : new Failure(
                        "Error",
                        "several components have this code",
                        "Stack %s has %s."
                                .formatted(
                                        stack,
                                        String.join(
                                                ", ",
                                                found.stream()
                                                        .map(Component::name)
                                                        .toList())),
                        List.of("Name the one you mean."),
                        Atmos.MISUSED);
    }
}
