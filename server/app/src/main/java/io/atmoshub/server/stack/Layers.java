package io.atmoshub.server.stack;

import io.atmoshub.hub.stack.Place;
import io.atmoshub.hub.stack.ValueLayer;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.project.yaml.YamlWriter;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Setting;
import io.atmoshub.stacks.component.Layer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Who set the values of a component.
final class Layers {
    private static final int LONGEST = 160;

    private final Component component;
    private final Words words;
    private List<String> listPath = List.of();
    private List<ValueLayer> ofList = List.of();

    Layers(Component component, Words words) {
        this.component = component;
        this.words = words;
    }

    /// Values are asked for in order: what is in a list after the list.
    List<ValueLayer> of(List<String> path, YamlNode value) {
        if (isIn(path, listPath)) {
            return ofList;
        }
        List<ValueLayer> found =
                switch (value) {
                    case YamlMapping mapping -> layers(path, settings(path), Set.of());
                    case YamlNode.Scalar scalar -> layers(path, settings(path), Set.of(scalar.origin()));
                    case YamlNode.Sequence list -> {
                        Set<Origin> places = new HashSet<>();
                        places(list, places);
                        yield layers(path, settings(path), places);
                    }
                };
        if (value instanceof YamlNode.Sequence) {
            listPath = path;
            ofList = found;
        }
        return found;
    }

    private static boolean isIn(List<String> path, List<String> list) {
        return !list.isEmpty()
                && path.size() > list.size()
                && path.subList(0, list.size()).equals(list);
    }

    private static void places(YamlNode node, Set<Origin> into) {
        switch (node) {
            case YamlNode.Scalar scalar -> into.add(scalar.origin());
            case YamlNode.Sequence list -> list.items().forEach(item -> places(item, into));
            case YamlMapping mapping -> mapping.forEach(entry -> places(entry.value(), into));
        }
    }

    /// What a function made, such as the file that one includes, was set where the function stands.
    private List<Setting> settings(List<String> path) {
        for (int size = path.size(); size > 0; size--) {
            List<Setting> found = component.settings(path.subList(0, size));
            if (size == path.size() && !found.isEmpty()) {
                return found;
            }
            if (!found.isEmpty()) {
                return found.getLast().value() instanceof YamlNode.Scalar ? found : List.of();
            }
        }
        return List.of();
    }

    private List<ValueLayer> layers(List<String> path, List<Setting> settings, Set<Origin> places) {
        List<ValueLayer> layers = new ArrayList<>();
        for (int i = 0; i < settings.size(); i++) {
            Setting each = settings.get(i);
            Place place = words.place(each.origin());
            if (place != null) {
                layers.add(new ValueLayer(
                        kind(each.kind()),
                        each.layer(),
                        place,
                        text(path, each.value()),
                        counts(each.value(), i == settings.size() - 1, places)));
            }
        }
        return layers;
    }

    /// Mappings are made of all layers, lists of those whose items are still there; else the strongest counts.
    private static boolean counts(YamlNode value, boolean last, Set<Origin> places) {
        return switch (value) {
            case YamlMapping mapping -> true;
            case YamlNode.Scalar scalar -> last;
            case YamlNode.Sequence list -> {
                Set<Origin> own = new HashSet<>();
                places(list, own);
                own.retainAll(places);
                yield last || !own.isEmpty();
            }
        };
    }

    private static String text(List<String> path, YamlNode value) {
        String text =
                switch (value) {
                    case YamlMapping mapping -> "";
                    case YamlNode.Scalar scalar -> Merging.masked(path.getLast(), Merging.text(scalar));
                    case YamlNode.Sequence list ->
                        Merging.masked(
                                path.getLast(), YamlWriter.write(list).strip().replaceAll("\\s*\\n\\s*", " "));
                };
        String line = text.replace('\n', ' ');
        return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
    }

    private static ValueLayer.Kind kind(Layer.Kind kind) {
        return switch (kind) {
            case CONFIG -> ValueLayer.Kind.CONFIG;
            case STACK -> ValueLayer.Kind.STACK;
            case TYPE -> ValueLayer.Kind.TYPE;
            case BASE -> ValueLayer.Kind.BASE;
            case COMPONENT -> ValueLayer.Kind.COMPONENT;
            case OVERRIDES -> ValueLayer.Kind.OVERRIDES;
        };
    }
}
