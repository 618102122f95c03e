package io.atmoshub.stacks.render;

import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells JSON from other text. JSON is YAML, but not the other way round, so its tokens are checked before it is read.
final class Json {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*+(?:\"(?:[^\"\\\\\\x00-\\x1F]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*+\""
                    + "|-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?|true|false|null|[\\[\\]{},:])\\s*+");

    private Json() {}

    /// The value, or the text itself when it is no JSON.
    static @Nullable Object valueOf(String text) {
        Matcher tokens = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && tokens.region(end, text.length()).lookingAt()) {
            end = tokens.end();
        }
        if (text.isBlank() || end < text.length()) {
            return text;
        }
        try {
            return Yaml.parse("json", text).toJava();
        } catch (YamlException e) {
            return text;
        }
    }
}
