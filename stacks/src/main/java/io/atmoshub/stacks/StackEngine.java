package io.atmoshub.stacks;

import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.component.ProjectWide;
import io.atmoshub.stacks.manifest.Footprint;
import io.atmoshub.stacks.manifest.Manifest;
import io.atmoshub.stacks.manifest.ManifestReader;
import io.atmoshub.stacks.manifest.Rendering;
import io.atmoshub.stacks.manifest.StacksFolder;
import io.atmoshub.stacks.merge.Merge;
import io.atmoshub.stacks.render.Renderer;
import io.atmoshub.stacks.render.Templates;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stacks of a project as its files are at one moment. Safe for many threads; what nobody asks for is not worked
/// out.
public final class StackEngine {
    private final Project project;
    private final StacksFolder folder;
    private final ToolFinder tools;
    private final Templates templates;
    private final Renderer renderer;
    private final Map<String, Stack> stacks;

    private final boolean keeping;

    private StackEngine(Project project, ToolFinder tools, StackMemory memory, boolean keeping) {
        this.project = project;
        this.tools = tools;
        this.keeping = keeping;
        this.folder = memory.manifests().folder(project);
        this.templates = new Templates(project, memory.templates());
        this.renderer = new Renderer(this, templates);
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
        ProjectWide wide = ProjectWide.of(project);
        ManifestReader reader =
                new ManifestReader(project, folder, memory.manifests(), Merge.with(wide.lists()), new Early());
        StackNames names = new StackNames(project.stacks(), templates);
        Assembly assembly = new Assembly(this, wide, names, memory);
        List<StackParts> all;
        try {
            all = folder
                    .stackFiles(project.stacks().included(), project.stacks().excluded())
                    .parallelStream()
                    .map(reader::read)
                    .map(assembly::parts)
                    .toList();
        } catch (RuntimeException e) {
            memory.manifests().forgetTry();
            throw e;
        }
        Map<Manifest, StackParts> byManifest = new HashMap<>();
        all.forEach(each -> byManifest.put(each.source().manifest(), each));
        memory.remember(byManifest);
        reader.done(byManifest.keySet());
        return Assembly.named(all);
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
