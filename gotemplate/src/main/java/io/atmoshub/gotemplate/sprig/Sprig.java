package io.atmoshub.gotemplate.sprig;

import io.atmoshub.gotemplate.Function;
import io.atmoshub.gotemplate.Functions;
import io.atmoshub.gotemplate.keys.KeyFunctions;
import org.jspecify.annotations.Nullable;

/// The functions of Sprig 3.
public final class Sprig {

    public static final Functions FUNCTIONS = Sprig::find;

    private Sprig() {}

    private static @Nullable Function find(String name) {
        var found = Texts.find(name);
        found = found != null ? found : Values.find(name);
        found = found != null ? found : Dicts.find(name);
        found = found != null ? found : Lists.find(name);
        found = found != null ? found : Numbers.find(name);
        found = found != null ? found : Encodings.find(name);
        found = found != null ? found : Regexes.find(name);
        found = found != null ? found : Dates.find(name);
        found = found != null ? found : Worlds.find(name);
        found = found != null ? found : Ciphers.find(name);
        return found != null ? found : KeyFunctions.find(name);
    }
}
