package io.atmoshub.stacks.component;

import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.manifest.Manifest;
import io.atmoshub.stacks.merge.Empty;
import io.atmoshub.stacks.merge.ListStrategy;
import io.atmoshub.stacks.merge.Merge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// One stack manifest with its imports merged: where components are looked up, and what holds for all of them.
public final class StackSource {
    private static final String CONFIG_SECTION = "components";

    private final ProjectWide wide;
    private final Manifest manifest;
    private final Map<String, List<Layer>> layers = new ConcurrentHashMap<>();
    private final Map<String, Map<Section, YamlMapping>> globals;

    public StackSource(ProjectWide wide, Manifest manifest) {
        this(wide, manifest, new ConcurrentHashMap<>());
    }

    private StackSource(ProjectWide wide, Manifest manifest, Map<String, Map<Section, YamlMapping>> globals) {
        this.wide = wide;
        this.manifest = manifest;
        this.globals = globals;
    }

    /// This with what another look at the same manifest worked out for all components, which holds here too.
    public StackSource withGlobalsOf(StackSource other) {
        return new StackSource(wide, manifest, other.globals);
    }

    Project project() {
        return wide.project();
    }

    public Manifest manifest() {
        return manifest;
    }

    public YamlMapping merged() {
        return manifest.merged();
    }

    boolean inheritsMetadata() {
        return wide.inheritsMetadata();
    }

    /// Whether the same holds for all components as in another look at the same manifest.
    public boolean hasGlobalsOf(StackSource other) {
        return wide.lists() == other.wide.lists()
                && wide.config().equals(other.wide.config())
                && hasGlobals(merged(), other.merged())
                && hasGlobals(other.merged(), merged());
    }

    private static boolean hasGlobals(YamlMapping manifest, YamlMapping other) {
        for (YamlMapping.Entry entry : manifest) {
            if (!entry.key().equals(CONFIG_SECTION) && !entry.equals(other.entry(entry.key()))) {
                return false;
            }
        }
        return true;
    }

    ListStrategy lists() {
        return wide.lists();
    }

    /// The types for which there are components, in the order in which they stand.
    public List<String> types() {
        List<String> types = new ArrayList<>();
        Sections.mapping(merged(), CONFIG_SECTION).forEach(entry -> types.add(entry.key()));
        return types;
    }

    /// The components of a type as they are written, before layers are put together.
    public YamlMapping components(String type) {
        return Sections.mapping(Sections.mapping(merged(), CONFIG_SECTION), type);
    }

    /// What holds for all components of a type, from the weakest layer up.
    List<Layer> globalLayers(String type) {
        return layers.computeIfAbsent(
                type,
                name -> List.of(
                        wide.config(),
                        new Layer(Layer.Kind.STACK, manifest.key(), merged()),
                        new Layer(Layer.Kind.TYPE, name, Sections.mapping(merged(), name))));
    }

    /// A section of that, merged.
    public YamlMapping global(String type, Section section) {
        return globals.computeIfAbsent(type, name -> new ConcurrentHashMap<>())
                .computeIfAbsent(section, each -> merged(type, each));
    }

    private YamlMapping merged(String type, Section section) {
        Merge merge = Merge.with(wide.lists());
        YamlMapping result = Empty.MAPPING;
        for (Layer layer : globalLayers(type)) {
            if (section.isSetBy(layer.kind())) {
                result = merge.merge(result, Sections.mapping(layer.content(), section.key()));
            }
        }
        return result;
    }
}
