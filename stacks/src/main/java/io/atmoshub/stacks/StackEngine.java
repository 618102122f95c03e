package io.atmoshub.stacks;

import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.component.ComponentSection;
import io.atmoshub.stacks.component.StackSource;
import io.atmoshub.stacks.manifest.Manifest;
import io.atmoshub.stacks.manifest.ManifestFiles;
import io.atmoshub.stacks.manifest.ManifestReader;
import io.atmoshub.stacks.manifest.Rendering;
import io.atmoshub.stacks.manifest.StacksFolder;
import io.atmoshub.stacks.merge.Empty;
import io.atmoshub.stacks.merge.ListStrategy;
import io.atmoshub.stacks.merge.Merge;
import io.atmoshub.stacks.render.Renderer;
import io.atmoshub.stacks.render.Templates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The stacks of a project as its files are at one moment. Safe for many threads; what nobody asks for is not worked
/// out.
public final class StackEngine {
    private final Project project;
    private final StacksFolder folder;
    private final ToolFinder tools;
    private final Templates templates;
    private final Renderer renderer;
    private final StackNames names;
    private final Map<String, Stack> stacks;

    private StackEngine(Project project, ToolFinder tools, ManifestFiles files) {
        this.project = project;
        this.tools = tools;
        this.folder = StacksFolder.of(project);
        this.templates = new Templates(project);
        this.renderer = new Renderer(this, templates);
        this.names = new StackNames(project.stacks(), templates);
        this.stacks = read(files);
    }

    /// Reads all stack manifests and what they import.
    ///
    /// @throws StackException or [io.atmoshub.project.yaml.YamlException] when they can't be understood
    public static StackEngine open(Project project, ToolFinder tools) {
        return open(project, tools, new ManifestFiles());
    }

    /// @param files what was read before, to be read again only where it changed
    public static StackEngine open(Project project, ToolFinder tools, ManifestFiles files) {
        project.stacks().usable();
        return new StackEngine(project, tools, files);
    }

    public Project project() {
        return project;
    }

    public ToolFinder tools() {
        return tools;
    }

    /// The folder where a person works, as far as functions such as `!cwd` can tell.
    public Path folder() {
        return project.basePath();
    }

    /// Stacks that have components, by name.
    public List<Stack> stacks() {
        return List.copyOf(stacks.values());
    }

    public Optional<Stack> stack(String name) {
        return Optional.ofNullable(stacks.get(name));
    }

    /// @throws StackException when there is no such stack, with the name that was probably meant
    public Stack required(String name) {
        Stack stack = stacks.get(name);
        if (stack != null) {
            return stack;
        }
        Optional<String> byFile = stacks.values().stream()
                .filter(each -> each.manifests().stream()
                        .anyMatch(manifest -> manifest.key().equals(name)))
                .map(Stack::name)
                .findFirst();
        String meant = byFile.map("Did you mean \"%s\"? "::formatted)
                .orElseGet(() -> Spelling.suggestion(name, stacks.keySet()));
        throw new StackException(
                null, "There is no stack \"%s\".".formatted(name), meant + "See all with: atmos list stacks");
    }

    /// A component of any type in a stack.
    ///
    /// @throws StackException when there is none, or several that differ
    public Component component(String stack, String component) {
        List<Component> found = required(stack).named(component);
        if (found.isEmpty()) {
            List<String> there =
                    required(stack).components().stream().map(Component::name).toList();
            throw new StackException(
                    null,
                    "There is no component \"%s\" in the stack \"%s\".".formatted(component, stack),
                    Spelling.suggestion(component, there) + "See all with: atmos list components");
        }
        return Duplicates.onlyOne(found);
    }

    /// Fails when the backends of any component don't fit together. Atmos looks at those of every stack before it shows
    /// one.
    public void checkBackends() {
        for (Stack stack : stacks.values()) {
            stack.components().parallelStream().forEach(Component::checkBackends);
        }
    }

    Renderer renderer() {
        return renderer;
    }

    String below(String shown) {
        return folder.below(shown);
    }

    String workspace(String stack, String component, YamlMapping section) {
        return Workspace.of(project, templates, stack, component, section);
    }

    /// The folder of a component's code, as the project names it.
    String componentPath(String type, String base) {
        String folderOfType =
                project.config().text("components", type, "base_path").orElse("components/" + type);
        return Path.of(folderOfType, base).toString().replace('\\', '/');
    }

    private Map<String, Stack> read(ManifestFiles files) {
        ListStrategy lists = ListStrategy.named(project.listMergeStrategy())
                .orElseThrow(() -> new StackException(
                        project.config().origin("settings", "list_merge_strategy"),
                        "There is no way \"%s\" to merge lists.".formatted(project.listMergeStrategy()),
                        "Use replace, append or merge."));
        ManifestReader reader = new ManifestReader(project, folder, files, Merge.with(lists), new Early());
        YamlMapping config = config();
        List<Collected> all =
                folder.stackFiles(project.stacks().included(), project.stacks().excluded()).parallelStream()
                        .map(file -> collected(new StackSource(project, reader.read(file), lists, config)))
                        .flatMap(List::stream)
                        .toList();
        Map<String, List<Collected>> byName = new TreeMap<>();
        all.forEach(each ->
                byName.computeIfAbsent(each.stack(), name -> new ArrayList<>()).add(each));
        Map<String, Stack> result = new TreeMap<>();
        byName.forEach((name, parts) -> {
            List<Component> components = new ArrayList<>();
            parts.forEach(part -> components.addAll(part.components()));
            List<Manifest> manifests = parts.stream()
                    .map(part -> part.source().manifest())
                    .distinct()
                    .toList();
            result.put(name, new Stack(name, manifests, components));
        });
        return result;
    }

    /// The components that one manifest puts into one stack.
    private record Collected(String stack, StackSource source, List<Component> components) {}

    private List<Collected> collected(StackSource source) {
        Map<String, List<Component>> byStack = new TreeMap<>();
        for (String type : source.types()) {
            boolean each = names.componentsDecide(source, type);
            String shared = each ? "" : names.name(source, type, null);
            for (YamlMapping.Entry entry : source.components(type)) {
                Component component = component(source, type, entry, each ? null : shared);
                byStack.computeIfAbsent(component.stack(), name -> new ArrayList<>())
                        .add(component);
            }
        }
        List<Collected> collected = new ArrayList<>();
        byStack.forEach((name, components) -> collected.add(new Collected(name, source, components)));
        return collected;
    }

    private Component component(StackSource source, String type, YamlMapping.Entry entry, @Nullable String stack) {
        YamlMapping written =
                switch (entry.value()) {
                    case YamlMapping mapping -> mapping;
                    case YamlNode.Scalar scalar when scalar.value() == null -> YamlMapping.empty(entry.place());
                    case YamlNode.Scalar scalar -> throw noComponent(entry, scalar.origin());
                    case YamlNode.Sequence sequence -> throw noComponent(entry, sequence.origin());
                };
        String name = stack == null
                ? names.name(source, type, () -> new ComponentSection(source, type, entry.key(), written).build(""))
                : stack;
        return new Component(this, source, name, type, entry.key(), written);
    }

    private static StackException noComponent(YamlMapping.Entry entry, Origin origin) {
        return new StackException(
                origin,
                "The component \"%s\" has to be a mapping.".formatted(entry.key()),
                "Write sections such as \"vars:\" below it, indented.");
    }

    /// What `atmos.yaml` says of every component.
    private YamlMapping config() {
        YamlMapping.Builder config = YamlMapping.builder(Empty.ORIGIN);
        project.config()
                .node("env")
                .filter(YamlMapping.class::isInstance)
                .ifPresent(env -> config.put("env", env.origin(), env));
        project.config()
                .node("auth")
                .filter(auth -> auth instanceof YamlMapping mapping
                        && (mapping.get("providers") != null || mapping.get("identities") != null))
                .ifPresent(auth -> config.put("auth", auth.origin(), auth));
        return config.build();
    }

    private final class Early implements Rendering {
        @Override
        public String render(String name, String text, Map<String, @Nullable Object> data, boolean strict) {
            return templates.render(name, text, data, strict);
        }

        @Override
        public YamlNode call(YamlNode.Scalar function, Origin origin) {
            return renderer.early(function);
        }
    }
}
