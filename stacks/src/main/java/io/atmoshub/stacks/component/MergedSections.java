package io.atmoshub.stacks.component;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.merge.Empty;
import io.atmoshub.stacks.merge.ListStrategy;
import io.atmoshub.stacks.merge.Merge;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The layers of one component, and its sections merged from them when they are asked for.
final class MergedSections {
    /// What a stack may say of the metadata of all its components.
    static final Set<String> GLOBAL_METADATA =
            Set.of("labels", "tags", "custom", "enabled", "locked", "terraform_workspace_pattern");

    private static final Set<String> NOT_INHERITED = Set.of("inherits", "type");
    private static final Set<String> BUILT_IN =
            Set.of("terraform", "helmfile", "packer", "ansible", "kubernetes", "helm");

    private final StackSource source;
    private final String type;
    private final String component;
    private final Inheritance.Found inheritance;
    private final YamlMapping written;
    private final YamlMapping overrides;
    private final List<Layer> own;
    private final Merge merge;

    MergedSections(StackSource source, String type, String component, YamlMapping written) {
        this.source = source;
        this.type = type;
        this.component = component;
        this.written = written;
        this.inheritance = Inheritance.of(source, type, component, written);
        this.overrides = Sections.mapping(written, "overrides");
        this.own = own();
        this.merge = Merge.with(strategy());
    }

    /// The layers that no other component has in this way, from the weakest up.
    private List<Layer> own() {
        List<Layer> layers = new ArrayList<>(inheritance.bases());
        layers.add(new Layer(Layer.Kind.COMPONENT, component, written));
        if (!overrides.isEmpty()) {
            layers.add(new Layer(Layer.Kind.OVERRIDES, component, overrides));
        }
        return List.copyOf(layers);
    }

    String component() {
        return component;
    }

    Inheritance.Found inheritance() {
        return inheritance;
    }

    YamlMapping overrides() {
        return overrides;
    }

    Merge merge() {
        return merge;
    }

    /// All layers from the weakest up.
    List<Layer> layers() {
        List<Layer> layers = new ArrayList<>(source.globalLayers(type));
        layers.addAll(own);
        return layers;
    }

    YamlMapping global(Section section) {
        return source.global(type, section);
    }

    YamlMapping section(Section section) {
        if (section == Section.METADATA) {
            return metadata();
        }
        YamlMapping result = global(section);
        for (Layer layer : own) {
            result = over(result, layer, section);
        }
        return result;
    }

    private YamlMapping over(YamlMapping below, Layer layer, Section section) {
        if (!section.isSetBy(layer.kind())) {
            return below;
        }
        YamlMapping content = Sections.mapping(layer.content(), section.key());
        return BUILT_IN.contains(type) ? merge.merge(below, content) : shallow(below, content);
    }

    /// Sections of component types that a project made up are not merged below their first level.
    private static YamlMapping shallow(YamlMapping below, YamlMapping content) {
        YamlMapping.Builder result = below.isEmpty() ? content.toBuilder() : below.toBuilder();
        content.forEach(result::put);
        return result.build();
    }

    private YamlMapping metadata() {
        YamlMapping result = GlobalMetadata.of(source.merged());
        if (source.inheritsMetadata()) {
            for (Layer base : inheritance.bases()) {
                YamlMapping.Builder inherited = Sections.mapping(base.content(), "metadata").toBuilder();
                NOT_INHERITED.forEach(inherited::remove);
                result = merge.merge(result, inherited.build());
            }
        }
        return merge.merge(result, Sections.mapping(written, "metadata"));
    }

    /// The strongest non-empty text; of base components only the last one speaks, even when it says nothing.
    String lastText(String key) {
        String text = Sections.text(Sections.mapping(source.merged(), type), key);
        if (!inheritance.bases().isEmpty()) {
            String base = Sections.text(inheritance.bases().getLast().content(), key);
            text = base.isEmpty() ? text : base;
        }
        String own = Sections.text(written, key);
        String over = Sections.text(overrides, key);
        return !over.isEmpty() ? over : !own.isEmpty() ? own : text;
    }

    /// A text in the component itself.
    String own(String section, String below, String key) {
        return Sections.text(Sections.mapping(Sections.mapping(written, section), below), key);
    }

    /// Values under other keys, of base components and the component, merged.
    YamlNode any(String key) {
        YamlMapping.Builder none = YamlMapping.builder(Empty.ORIGIN);
        YamlMapping result = none.build();
        for (Layer layer : layers()) {
            boolean counts = layer.kind() == Layer.Kind.BASE || layer.kind() == Layer.Kind.COMPONENT;
            YamlMapping.Entry entry = counts ? layer.content().entry(key) : null;
            if (entry != null) {
                result = merge.merge(
                        result, YamlMapping.builder(entry.place()).put(entry).build());
            }
        }
        YamlNode value = result.get(key);
        return value == null ? Empty.MAPPING : value;
    }

    private ListStrategy strategy() {
        ListStrategy strategy = source.lists();
        for (Layer layer : layers()) {
            if (layer.kind() != Layer.Kind.CONFIG) {
                YamlMapping settings = Sections.mapping(layer.content(), "settings");
                String name = settings.isEmpty() ? "" : Sections.text(settings, "list_merge_strategy");
                if (!name.isEmpty()) {
                    strategy = ListStrategies.named(name, settings);
                }
            }
        }
        return strategy;
    }
}
