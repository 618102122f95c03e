package io.atmoshub.stacks.render;

import io.atmoshub.gotemplate.Options;
import io.atmoshub.gotemplate.Template;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Go templates, each parsed once, however many components use it and however often a project is looked at.
public final class ParsedTemplates {
    /// Who edits for long leaves templates behind that nobody asks for any more.
    private static final int MOST = 50_000;

    private final ConcurrentMap<Key, Template> parsed = new ConcurrentHashMap<>();

    private record Key(String name, String text, Options options) {}

    Template parsed(String name, String text, Options options) {
        Key key = new Key(name, text, options);
        Template known = parsed.get(key);
        if (known != null) {
            return known;
        }
        Template template = Template.parse(name, text, options);
        if (parsed.size() >= MOST) {
            parsed.clear();
        }
        parsed.put(key, template);
        return template;
    }
}
