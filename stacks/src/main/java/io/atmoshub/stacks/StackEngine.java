package io.atmoshub.stacks;

import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.component.ComponentSection;
import io.atmoshub.stacks.component.StackSource;
import io.atmoshub.stacks.manifest.Footprint;
import io.atmoshub.stacks.manifest.Manifest;
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
import java.util.HashMap;
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

    private final boolean keeping;

    private StackEngine(Project project, ToolFinder tools, StackMemory memory, boolean keeping) {
        this.project = project;
        this.tools = tools;
        this.keeping = keeping;
        this.folder = memory.manifests().folder(project);
        this.templates = new Templates(project);
        this.renderer = new Renderer(this, templates);
        this.names = new StackNames(project.stacks(), templates);
        this.stacks = read(memory);
    }

    /// Reads all stack manifests and what they import.
    ///
    /// @throws StackException or [io.atmoshub.project.yaml.YamlException] when they can't be understood
    public static StackEngine open(Project project, ToolFinder tools) {
        return open(project, tools, new StackMemory(), false);
    }

    /// @param memory what was worked out before, to be worked out again only where something changed
    public static StackEngine open(Project project, ToolFinder tools, StackMemory memory) {
        return open(project, tools, memory, true);
    }

    private static StackEngine open(Project project, ToolFinder tools, StackMemory memory, boolean keeping) {
        project.stacks().usable();
        memory.begin(project);
        return new StackEngine(project, tools, memory, keeping);
    }

    /// Whether components keep what was worked out, to give it again.
    public boolean isKeeping() {
        return keeping;
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

    /// The tools that everything in a stack depends on.
    public List<ToolRequirement> tools(Stack stack) {
        return ToolDemands.of(this, stack);
    }

    /// What a person should know about what was read, in words: where an older copy of something remote had to do.
    public List<String> notes() {
        return folder.notes();
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
        Footprint.component(new Footprint.Asked(stack, component, identities(found)));
        return Duplicates.onlyOne(found);
    }

    private static List<Object> identities(List<Component> components) {
        return components.stream().map(Component::identity).toList();
    }

    /// Fails when the backends of any component don't fit together. Atmos looks at those of every stack before it shows
    /// one.
    public void checkBackends() {
        for (Stack stack : stacks.values()) {
            stack.components().parallelStream().forEach(Component::checkBackends);
        }
    }

    /// Whether a component is still the one that somebody asked for.
    boolean isAsAsked(Footprint.Asked asked) {
        Stack stack = stacks.get(asked.stack());
        return stack != null && identities(stack.named(asked.component())).equals(asked.content());
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

    private Map<String, Stack> read(StackMemory memory) {
        ListStrategy lists = ListStrategy.named(project.listMergeStrategy())
                .orElseThrow(() -> new StackException(
                        project.config().origin("settings", "list_merge_strategy"),
                        "There is no way \"%s\" to merge lists.".formatted(project.listMergeStrategy()),
                        "Use replace, append or merge."));
        ManifestReader reader = new ManifestReader(project, folder, memory.manifests(), Merge.with(lists), new Early());
        YamlMapping config = config();
        List<StackParts> all;
        try {
            all = folder
                    .stackFiles(project.stacks().included(), project.stacks().excluded())
                    .parallelStream()
                    .map(reader::read)
                    .map(manifest -> {
                        StackParts known = memory.parts(manifest);
                        return known == null ? parts(manifest, lists, config, memory) : known.in(this);
                    })
                    .toList();
        } catch (RuntimeException e) {
            memory.manifests().forgetTry();
            throw e;
        }
        Map<Manifest, StackParts> byManifest = new HashMap<>();
        all.forEach(each -> byManifest.put(each.source().manifest(), each));
        memory.remember(byManifest);
        reader.done(byManifest.keySet());
        return named(all);
    }

    private static Map<String, Stack> named(List<StackParts> all) {
        Map<String, List<Component>> components = new TreeMap<>();
        Map<String, List<Manifest>> manifests = new TreeMap<>();
        for (StackParts each : all) {
            for (StackParts.Part part : each.parts()) {
                components
                        .computeIfAbsent(part.stack(), name -> new ArrayList<>())
                        .addAll(part.components());
                manifests
                        .computeIfAbsent(part.stack(), name -> new ArrayList<>())
                        .add(each.source().manifest());
            }
        }
        Map<String, Stack> result = new TreeMap<>();
        components.forEach((name, found) -> result.put(
                name,
                new Stack(
                        name,
                        manifests.getOrDefault(name, List.of()).stream()
                                .distinct()
                                .toList(),
                        found)));
        return result;
    }

    private StackParts parts(Manifest manifest, ListStrategy lists, YamlMapping config, StackMemory memory) {
        Footprint footprint = new Footprint();
        StackParts made = footprint.during(() -> {
            StackSource source = new StackSource(project, manifest, lists, config);
            return new StackParts(source, parts(source), footprint);
        });
        return memory.before(manifest).map(made::after).orElse(made);
    }

    private List<StackParts.Part> parts(StackSource source) {
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
        List<StackParts.Part> parts = new ArrayList<>();
        byStack.forEach((name, components) -> parts.add(new StackParts.Part(name, components)));
        return parts;
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
