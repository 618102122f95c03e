package io.atmoshub.stacks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The components that a manifest had at an earlier look. They are asked for one after the other, most often in the
/// order in which they stood, so that each is found at once.
final class EarlierComponents {
    private final List<Component> components;
    private int next;
    private @Nullable Map<Place, Component> byPlace;

    private record Place(String type, String name) {
        static Place of(Component component) {
            return new Place(component.type(), component.name());
        }
    }

    EarlierComponents(List<Component> components) {
        this.components = components;
    }

    @Nullable
    Component component(String type, String name) {
        if (next < components.size()) {
            Component expected = components.get(next++);
            if (expected.type().equals(type) && expected.name().equals(name)) {
                return expected;
            }
        }
        Map<Place, Component> places = byPlace;
        if (places == null) {
            places = new HashMap<>();
            for (Component each : components) {
                places.put(Place.of(each), each);
            }
            byPlace = places;
        }
        return places.get(new Place(type, name));
    }
}
