package io.atmoshub.client.wire;

import io.atmoshub.hub.PageRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A path of the REST interface with its query; every part is encoded.
public final class Path {
    private final StringBuilder text = new StringBuilder();
    private boolean asked;

    private Path() {}

    public static Path of(String first, Object... more) {
        var path = new Path();
        path.text.append(first);
        for (Object part : more) {
            path.text.append('/').append(encoded(part));
        }
        return path;
    }

    /// Nothing for a value that is not given.
    public Path with(String name, @Nullable Object value) {
        if (value != null) {
            text.append(asked ? '&' : '?').append(name).append('=').append(encoded(value));
            asked = true;
        }
        return this;
    }

    public Path with(PageRequest page) {
        return with("cursor", page.cursor()).with("limit", page.limit());
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
