package io.atmoshub.stacks.live;

import io.atmoshub.project.Limits;
import io.atmoshub.project.Opening;
import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.YamlWriter;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Processing;
import io.atmoshub.stacks.Stack;
import io.atmoshub.stacks.StackEngine;
import io.atmoshub.stacks.ToolFinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A project in a folder of its own, to be edited.
record Scratch(Path root) {
    static final String ATMOS = """
            base_path: "."
            stacks: {base_path: stacks, included_paths: ["deploy/**/*"], name_template: "{{ .vars.stage }}"}
            components: {terraform: {base_path: components/terraform}}
            templates: {settings: {enabled: true}}
            """;

    void write(String file, String text) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String file) {
        try {
            Files.delete(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Project project() {
        return Project.open(Opening.of(root), Limits.server(root, Set.of()));
    }

    LiveStacks live() {
        return new LiveStacks(this::project, ToolFinder.NONE);
    }

    StackEngine cold() {
        return StackEngine.open(project(), ToolFinder.NONE);
    }

    /// Everything there is to know of all components: values with their places, who set them, imports.
    static Map<String, String> described(StackEngine engine) {
        Map<String, String> all = new TreeMap<>();
        for (Stack stack : engine.stacks()) {
            for (Component component : stack.components()) {
                String text;
                try {
                    text = component.resolved(Processing.ALL) + "\n"
                            + YamlWriter.writeSorted(component.section().toJava())
                            + component.inheritance();
                } catch (RuntimeException e) {
                    text = String.valueOf(e.getMessage());
                }
                all.put(
                        component + " of " + component.type() + " in "
                                + component.manifest().key(),
                        text + component.imports() + component.origin());
            }
        }
        return all;
    }
}
