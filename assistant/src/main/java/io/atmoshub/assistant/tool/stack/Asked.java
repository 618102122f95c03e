package io.atmoshub.assistant.tool.stack;

import io.atmoshub.assistant.file.FileRefused;
import io.atmoshub.assistant.file.ProjectPath;
import io.atmoshub.assistant.file.SessionCopy;
import io.atmoshub.assistant.tool.ToolFailure;
import io.atmoshub.project.Project;
import io.atmoshub.project.ProjectException;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Processing;
import io.atmoshub.stacks.Resolved;
import io.atmoshub.stacks.Stack;
import io.atmoshub.stacks.StackEngine;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.live.Look;
import java.nio.file.Path;
import java.util.List;

/// The stacks as one call of a tool sees them. What it can't do it says in words.
final class Asked {
    private final Project project;
    private final SessionCopy files;
    private final Look look;

    Asked(Project project, SessionCopy files, Look look) {
        this.project = project;
        this.files = files;
        this.look = look;
    }

    Project project() {
        return project;
    }

    StackEngine engine() {
        return look.engine();
    }

    /// What everybody should know who reads the answer.
    String notes() {
        String trouble = look.good() == null
                ? ""
                : look.trouble()
                        .map(each ->
                                "Note: the files can't be understood as they are now, so this is the last good state. "
                                        + each + "\n")
                        .orElse("");
        List<String> own = files.written().stream()
                .filter(path -> path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".tmpl"))
                .limit(5)
                .toList();
        return own.isEmpty()
                ? trouble
                : trouble
                        + "Note: what this session wrote (%s) is not in here; it is in the session's own copy only.%n"
                                .formatted(String.join(", ", own));
    }

    Stack stack(String name) {
        return engine().required(name);
    }

    Component component(String component, String stack) {
        return engine().component(stack, component);
    }

    /// All sections, worked out; not of a component that is made from files which are closed to the assistant.
    Resolved resolved(Component component) throws ToolFailure {
        checkOpen(component);
        return component.resolved(Processing.ALL);
    }

    void checkOpen(Component component) throws ToolFailure {
        if (!isOpen(component)) {
            throw new ToolFailure(
                    "closed: .atmosignore",
                    "%s is made from files that the project's .atmosignore closes to the assistant."
                            .formatted(component));
        }
    }

    boolean isOpen(Component component) {
        return component.manifest().parts().stream()
                .allMatch(part ->
                        isOpen(project.stacksFolder().resolve(part.manifest().file())));
    }

    /// Whether `.atmosignore` leaves it to the assistant. A file outside of the project is left to the limits.
    boolean isOpen(Path file) {
        Path root = files.root();
        try {
            return !file.startsWith(root)
                    || !files.isClosed(
                            ProjectPath.parse(root.relativize(file).toString().replace('\\', '/')));
        } catch (FileRefused _) {
            return false;
        }
    }

    /// A place as messages name it; one of a remote file is not in the project.
    boolean isOpen(Origin place) {
        return place.file().contains("//")
                || isOpen(project.basePath().resolve(place.file()).normalize());
    }

    YamlMapping section(Component component) throws ToolFailure {
        return resolved(component).section();
    }

    /// What went wrong, for a model or a person; nothing of it tells where on the machine the project is.
    static ToolFailure failure(RuntimeException thrown, SessionCopy files) {
        String words =
                switch (thrown) {
                    case StackException e -> e.getMessage();
                    case YamlException e -> e.getMessage();
                    case ProjectException e -> e.what() + " " + e.hint();
                    default -> throw thrown;
                };
        return new ToolFailure("can't be answered", withoutRoot(String.valueOf(words), files));
    }

    static String withoutRoot(String text, SessionCopy files) {
        String root = files.root().toString();
        return text.replace(root + "/", "").replace(root, ".");
    }
}
