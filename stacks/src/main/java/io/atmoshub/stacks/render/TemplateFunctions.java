package io.atmoshub.stacks.render;

import io.atmoshub.gotemplate.Functions;

/// The functions that templates of Atmos projects may call: Gomplate's, and Sprig's over them.
final class TemplateFunctions {
    static final Functions ALL = Functions.NONE;

    private TemplateFunctions() {}
}
