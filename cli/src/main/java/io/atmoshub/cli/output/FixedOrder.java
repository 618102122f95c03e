package io.atmoshub.cli.output;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A map whose keys are shown in this order; those of every other map are sorted, as Atmos does.
public final class FixedOrder extends LinkedHashMap<String, @Nullable Object> {
    public FixedOrder() {}

    public FixedOrder(Map<String, ? extends @Nullable Object> values) {
        super(values);
    }

    /// Adds one more.
    public FixedOrder and(String name, @Nullable Object value) {
        put(name, value);
        return this;
    }
}
