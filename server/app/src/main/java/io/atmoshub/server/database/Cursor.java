package io.atmoshub.server.database;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/// Cursors hold the sort key of the last item that was seen, so that pages stay right while items come and
/// go. Callers see letters that mean nothing to them.
public final class Cursor {
    private static final String BETWEEN = "\n";

    private Cursor() {}

    /// Made of one item more than the page holds, which tells whether there is a next page.
    public static <T> Page<T> page(List<T> oneMore, int limit, Function<T, List<String>> key) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        List<T> items = oneMore.subList(0, limit);
        return new Page<>(items, write(key.apply(items.getLast())));
    }

    public static String write(List<String> key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, key).getBytes(StandardCharsets.UTF_8));
    }

    public static List<String> read(String cursor, int parts) {
        try {
            List<String> key = List.of(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(BETWEEN, -1));
            if (key.size() == parts && key.stream().noneMatch(part -> part.indexOf('\0') >= 0)) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw notOurs(cursor);
    }

    public static HubException notOurs(String cursor) {
        return new HubException(
                ErrorCode.INVALID_INPUT,
                "The cursor \"%s\" is none of ours.".formatted(cursor),
                "Begin without a cursor and follow the ones in the answers.");
    }
}
