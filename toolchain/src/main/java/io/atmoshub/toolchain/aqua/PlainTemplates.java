package io.atmoshub.toolchain.aqua;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Renders `{{.Field}}` and `{{trimV .Field}}` itself, which is nearly all there is in registries, so that the usual
/// command starts without a template engine; gives everything else to one.
final class PlainTemplates implements Templates {
    private static final int LONGEST = 20_000;
    private static final String TRIM = "trimV ";

    private final Templates engine;

    PlainTemplates(Templates engine) {
        this.engine = engine;
    }

    @Override
    public String render(String template, Map<String, Object> data) {
        if (template.length() > LONGEST) {
            throw new TemplateFailure("A template has more than %,d characters.".formatted(LONGEST));
        }
        int open = template.indexOf("{{");
        if (open < 0) {
            return template;
        }
        var text = new StringBuilder();
        int done = 0;
        while (open >= 0) {
            int close = template.indexOf("}}", open);
            String value =
                    close < 0 ? null : value(template.substring(open + 2, close).strip(), data);
            if (value == null) {
                return engine.render(template, data);
            }
            text.append(template, done, open).append(value);
            done = close + 2;
            open = template.indexOf("{{", done);
        }
        return text.append(template, done, template.length()).toString();
    }

    private static @Nullable String value(String action, Map<String, Object> data) {
        boolean trim = action.startsWith(TRIM);
        String field = trim ? action.substring(TRIM.length()).strip() : action;
        if (field.length() < 2 || field.charAt(0) != '.' || !isName(field)) {
            return null;
        }
        if (!(data.get(field.substring(1)) instanceof String value)) {
            return null;
        }
        return trim && value.startsWith("v") ? value.substring(1) : value;
    }

    private static boolean isName(String field) {
        for (int i = 1; i < field.length(); i++) {
            char c = field.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                return false;
            }
        }
        return true;
    }
}
