package io.atmoshub.stacks.render;

import io.atmoshub.gotemplate.Functions;
import io.atmoshub.gotemplate.gomplate.Gomplate;
import io.atmoshub.gotemplate.sprig.Sprig;

/// The functions that templates of Atmos projects may call: Gomplate's, and Sprig's over them.
final class TemplateFunctions {
    static final Functions ALL = Gomplate.FUNCTIONS.with(Sprig.FUNCTIONS);

    private TemplateFunctions() {}
}
