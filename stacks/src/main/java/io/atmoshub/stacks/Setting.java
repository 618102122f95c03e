package io.atmoshub.stacks;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.component.Layer;

/// One place that sets a value of a component.
///
/// @param kind of layer
/// @param layer the stack, type, base component or component that the layer belongs to
/// @param manifest the key of the manifest it stands in
/// @param depth 1 in the stack's own manifest, 2 in what that imports, and so on
public record Setting(Layer.Kind kind, String layer, String manifest, int depth, Origin origin, YamlNode value) {}
