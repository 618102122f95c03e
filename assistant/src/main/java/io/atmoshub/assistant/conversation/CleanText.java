package io.atmoshub.assistant.conversation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes a model's text fit to be stored and sent: no NUL and no other control characters, no half of a
/// character. A model may cut a character in two between pieces; its first half waits for the second.
final class CleanText {
    private static final int LONGEST_ARGUMENT = 1_000_000;
    private char waiting;

    String next(String piece) {
        StringBuilder clean = new StringBuilder(piece.length());
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (Character.isLowSurrogate(c)) {
                if (waiting != 0) {
                    clean.append(waiting).append(c);
                }
                waiting = 0;
            } else if (Character.isHighSurrogate(c)) {
                waiting = c;
            } else {
                waiting = 0;
                if ((c >= ' ' && c != 0x7f) || c == '\n' || c == '\t') {
                    clean.append(c);
                }
            }
        }
        return clean.toString();
    }

    static String of(String text) {
        return new CleanText().next(text);
    }

    /// Arguments as they can be kept: clean texts, no nulls.
    static Map<String, Object> of(Map<?, ?> arguments) {
        Map<String, Object> clean = new LinkedHashMap<>();
        arguments.forEach((key, value) -> {
            if (key != null && value != null) {
                clean.put(of(String.valueOf(key)), value(value));
            }
        });
        return clean;
    }

    private static Object value(Object value) {
        return switch (value) {
            case String text -> of(text.length() > LONGEST_ARGUMENT ? text.substring(0, LONGEST_ARGUMENT) : text);
            case Number number -> number;
            case Boolean truth -> truth;
            case Map<?, ?> map -> of(map);
            case List<?> list -> {
                List<Object> items = new ArrayList<>();
                list.forEach(item -> {
                    if (item != null) {
                        items.add(value(item));
                    }
                });
                yield items;
            }
            default -> of(value.toString());
        };
    }
}
