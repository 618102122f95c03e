package io.atmoshub.stacks.manifest;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How templates and YAML functions are worked out while manifests are read, before there are components.
public interface Rendering {
    /// @param name what messages call the text
    /// @param strict whether a key that is missing is an error
    /// @throws io.atmoshub.stacks.StackException when it can't be rendered
    String render(String name, String text, Map<String, @Nullable Object> data, boolean strict);

    /// What a YAML function gives, or the node itself where it can't be known yet or may not be.
    YamlNode call(YamlNode.Scalar function, Origin origin);
}
