package io.atmoshub.stacks;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.component.ComponentSection;
import io.atmoshub.stacks.component.Layer;
import io.atmoshub.stacks.component.Section;
import io.atmoshub.stacks.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds who set a value, by looking through the manifests again: merging keeps no record of it, so it costs nothing.
record Provenance(Manifest manifest, String type, String name, ComponentSection content) {
    private static final List<String> BY_TYPE = List.of("backend", "remote_state_backend");

    List<Setting> settings(List<String> path) {
        List<String> written = path;
        if (!path.isEmpty() && BY_TYPE.contains(path.getFirst())) {
            written = new ArrayList<>(path);
            String backend = content.build("").text(path.getFirst() + "_type");
            written.add(1, backend == null ? "" : backend);
        }
        List<Setting> settings = new ArrayList<>();
        for (Layer layer : content.layers()) {
            for (Manifest.Part part : manifest.parts()) {
                YamlNode value = at(part.manifest().own(), place(layer, written));
                if (value != null && counts(layer, written)) {
                    settings.add(new Setting(
                            layer.kind(), layer.name(), part.manifest().key(), part.depth(), value.origin(), value));
                }
            }
            if (layer.kind() == Layer.Kind.CONFIG) {
                YamlNode value = at(layer.content(), written);
                if (value != null) {
                    settings.add(new Setting(layer.kind(), layer.name(), "atmos.yaml", 0, value.origin(), value));
                }
            }
        }
        return settings;
    }

    private List<String> place(Layer layer, List<String> path) {
        List<String> place = new ArrayList<>();
        switch (layer.kind()) {
            case CONFIG -> place.add("");
            case STACK -> {}
            case TYPE -> place.add(type);
            case BASE, COMPONENT -> place.addAll(List.of("components", type, layer.name()));
            case OVERRIDES -> place.addAll(List.of("components", type, name, "overrides"));
        }
        place.addAll(path);
        return place;
    }

    private static boolean counts(Layer layer, List<String> path) {
        String key = path.isEmpty() ? "" : path.getFirst().toUpperCase(Locale.ROOT);
        for (Section section : Section.values()) {
            if (section.name().equals(key)) {
                return section.isSetBy(layer.kind());
            }
        }
        return layer.kind() != Layer.Kind.STACK;
    }

    private static @Nullable YamlNode at(YamlMapping root, List<String> path) {
        YamlNode node = root;
        for (String key : path) {
            node = switch (node) {
                case YamlMapping mapping -> mapping.get(key);
                case YamlNode.Sequence list -> item(list, key);
                case YamlNode.Scalar scalar -> null;
                case null -> null;
            };
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    private static @Nullable YamlNode item(YamlNode.Sequence list, String key) {
        boolean number = !key.isEmpty() && key.length() < 10 && key.chars().allMatch(c -> c >= '0' && c <= '9');
        int index = number ? Integer.parseInt(key) : -1;
        return index >= 0 && index < list.items().size() ? list.items().get(index) : null;
    }
}
