package io.atmoshub.stacks.render;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The sections of a component, and its Terraform outputs, which are asked for only when a template looks at them.
final class LazyOutputs extends AbstractMap<String, @Nullable Object> {
    private static final String OUTPUTS = "outputs";

    private final Map<String, @Nullable Object> sections;
    private final Supplier<Map<String, @Nullable Object>> outputs;

    LazyOutputs(Map<String, @Nullable Object> sections, Supplier<Map<String, @Nullable Object>> outputs) {
        this.sections = sections;
        this.outputs = outputs;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return OUTPUTS.equals(key) ? outputs.get() : sections.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return OUTPUTS.equals(key) || sections.containsKey(key);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(sections);
        all.put(OUTPUTS, outputs.get());
        return all.entrySet();
    }
}
