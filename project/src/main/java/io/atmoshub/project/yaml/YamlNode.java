package io.atmoshub.project.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value in a YAML document, with its place. Immutable, so trees may share branches.
public sealed interface YamlNode permits YamlNode.Scalar, YamlNode.Sequence, YamlMapping {
    /// Where the value begins.
    Origin origin();

    /// A local tag such as `!include`, or nothing.
    String tag();

    /// Plain values: LinkedHashMap, ArrayList, String, Long, BigInteger, Double, Boolean or null. Tags are dropped.
    @Nullable
    Object toJava();

    /// A single value: its text as it was written, and what that means.
    record Scalar(
            Origin origin,
            String tag,
            String text,
            @Nullable Object value) implements YamlNode {
        public static Scalar of(Origin origin, @Nullable Object value) {
            return new Scalar(origin, "", value == null ? "null" : value.toString(), value);
        }

        @Override
        public @Nullable Object toJava() {
            return value;
        }
    }

    /// Values in a row.
    record Sequence(Origin origin, String tag, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public @Nullable Object toJava() {
            List<@Nullable Object> list = new ArrayList<>(items.size());
            for (YamlNode item : items) {
                list.add(item.toJava());
            }
            return list;
        }
    }

    /// Plain values as a tree, all of it at one place.
    static YamlNode ofJava(Origin origin, @Nullable Object value) {
        return switch (value) {
            case YamlNode node -> node;
            case Map<?, ?> map -> {
                YamlMapping.Builder mapping = YamlMapping.builder(origin);
                map.forEach((key, item) -> mapping.put(String.valueOf(key), origin, ofJava(origin, item)));
                yield mapping.build();
            }
            case Iterable<?> list -> {
                List<YamlNode> items = new ArrayList<>();
                list.forEach(item -> items.add(ofJava(origin, item)));
                yield new Sequence(origin, "", items);
            }
            case Integer number -> Scalar.of(origin, number.longValue());
            case Float number -> Scalar.of(origin, number.doubleValue());
            case null -> Scalar.of(origin, null);
            case CharSequence text -> Scalar.of(origin, text.toString());
            default -> Scalar.of(origin, value);
        };
    }
}
