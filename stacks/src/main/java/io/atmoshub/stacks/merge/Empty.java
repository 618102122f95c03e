package io.atmoshub.stacks.merge;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;

/// What stands nowhere.
public final class Empty {
    public static final Origin ORIGIN = new Origin("", 0, 0);
    public static final YamlMapping MAPPING = YamlMapping.empty(ORIGIN);

    private Empty() {}
}
