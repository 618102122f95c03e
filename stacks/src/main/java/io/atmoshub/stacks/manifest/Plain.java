package io.atmoshub.stacks.manifest;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Trees as plain values, for templates.
public final class Plain {
    private Plain() {}

    public static @Nullable Object value(YamlNode node) {
        return node.toJava();
    }

    public static Map<String, @Nullable Object> map(YamlMapping mapping) {
        Map<String, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(mapping.size());
        mapping.forEach(entry -> map.put(entry.key(), value(entry.value())));
        return map;
    }
}
