package io.atmoshub.gotemplate;

import org.jspecify.annotations.Nullable;

/// One function: from the arguments of a call to a value (see the package's page for what values are).
@FunctionalInterface
public interface Function {

    @Nullable
    Object call(Call call);
}
