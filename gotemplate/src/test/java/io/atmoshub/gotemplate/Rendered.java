package io.atmoshub.gotemplate;

/// Renders a template for a test.
final class Rendered {

    private Rendered() {}

    static String of(String text) {
        return of(text, null);
    }

    static String of(String text, Object data) {
        return of(text, data, Functions.NONE);
    }

    static String of(String text, Object data, Functions functions) {
        return Template.parse("test", text, Options.DEFAULT).execute(data, functions, Reach.NOTHING, Limits.DEFAULT);
    }
}
