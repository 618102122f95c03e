package io.atmoshub.gotemplate.gomplate;

import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.Functions;
import io.atmoshub.gotemplate.GoObject;
import org.jspecify.annotations.Nullable;

/// A name with functions behind it: `strings` in `strings.ToUpper`.
record Namespace(String name, Functions functions) implements GoObject {

    @Override
    public @Nullable Function member(String member) {
        return functions.find(member);
    }

    @Override
    public String typeName() {
        return "namespace " + name;
    }

    @Override
    public String toString() {
        return name;
    }
}
