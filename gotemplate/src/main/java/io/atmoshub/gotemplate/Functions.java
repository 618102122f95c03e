package io.atmoshub.gotemplate;

import org.jspecify.annotations.Nullable;

/// The functions a template may call, by name. Go's own (`and`, `index`, `printf`, …) are always there, behind these.
@FunctionalInterface
public interface Functions {

    /// Nothing but Go's own.
    Functions NONE = name -> null;

    /// The function of this name, or null. Asked once for each name in a template before every execution, so the
    /// answer should come from a `switch`.
    @Nullable
    Function find(String name);

    /// These functions, and those of `others` before them where both have a name.
    default Functions with(Functions others) {
        return name -> {
            var theirs = others.find(name);
            return theirs != null ? theirs : find(name);
        };
    }
}
