package io.atmoshub.assistant.tool.stack;

import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.ToolFailure;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Setting;
import io.atmoshub.stacks.Stack;
import java.util.ArrayList;
import java.util.List;

/// Why a value is what it is: every place that sets it, and which one won.
final class Why {
    private static final int MOST = 3;

    private record Place(Component component, ValuePath path) {}

    private Why() {}

    static ToolResult of(Arguments arguments, Asked asked) throws ToolFailure {
        Stack stack = asked.stack(arguments.text("stack"));
        String written = arguments.text("path");
        ValuePath path = ValuePath.of(written);
        List<Component> components = arguments.optionalText("component").isPresent()
                ? List.of(asked.component(arguments.text("component"), stack.name()))
                : stack.components().stream()
                        .filter(each -> !each.isAbstract() && asked.isOpen(each))
                        .toList();
        List<Place> places = new ArrayList<>();
        for (Component component : components) {
            asked.checkOpen(component);
            YamlMapping section = component.section();
            if (path.in(section) != null) {
                places.add(new Place(component, path));
            } else {
                ValuePath.named(written, section).forEach(found -> places.add(new Place(component, found)));
            }
        }
        if (places.isEmpty()) {
            throw new ToolFailure(
                    "no such value",
                    components.size() == 1
                            ? "%s has no value \"%s\". See all with atmos_describe_component."
                                    .formatted(components.getFirst(), written)
                            : "No component of the stack %s has a value \"%s\".".formatted(stack.name(), written));
        }
        StringBuilder text = new StringBuilder();
        for (Place each : places.subList(0, Math.min(MOST, places.size()))) {
            explain(each, asked, text);
        }
        if (places.size() > MOST) {
            text.append("… and %s: %s%n"
                    .formatted(
                            Texts.counted(places.size() - MOST, "more value"),
                            String.join(
                                    ", ",
                                    places.stream()
                                            .skip(MOST)
                                            .limit(10)
                                            .map(each -> each.component().name() + " " + each.path())
                                            .toList())));
        }
        return ToolResult.of(Texts.counted(places.size(), "value"), text.toString());
    }

    private static void explain(Place place, Asked asked, StringBuilder text) throws ToolFailure {
        YamlNode value = place.path().in(asked.section(place.component()));
        List<Setting> settings = place.component().settings(place.path().keys());
        text.append("%s of %s is %s%n"
                .formatted(place.path(), place.component(), Texts.inline(value == null ? null : value.toJava())));
        if (settings.isEmpty()) {
            text.append("  no manifest sets it: it is computed\n");
        }
        boolean merged = value instanceof YamlMapping;
        for (int i = 0; i < settings.size(); i++) {
            Setting each = settings.get(i);
            boolean won = !merged && i == settings.size() - 1;
            text.append("%s %s: %s (%s)%n"
                    .formatted(
                            won ? "→" : " ",
                            each.origin(),
                            Texts.inline(each.value().toJava()),
                            layer(each)));
        }
    }

    private static String layer(Setting setting) {
        return switch (setting.kind()) {
            case CONFIG -> "atmos.yaml";
            case STACK -> "the stack";
            case TYPE -> "all " + setting.layer() + " components";
            case BASE -> "inherited from " + setting.layer();
            case COMPONENT -> "the component";
            case OVERRIDES -> "overrides";
        };
    }
}
