package io.atmoshub.project.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values by name, in the order they were written. Keys are text: what `8080:` names is `8080`.
public final class YamlMapping implements YamlNode, Iterable<YamlMapping.Entry> {
    /// A name with its place, and the value.
    public record Entry(String key, Origin place, YamlNode value) {}

    /// Up to here looking at every key is faster than hashing.
    private static final int SMALL = 8;

    private final Origin origin;
    private final String tag;
    private final Entry[] entries;
    private final int @Nullable [] slots;

    private YamlMapping(Origin origin, String tag, Entry[] entries, int @Nullable [] slots) {
        this.origin = origin;
        this.tag = tag;
        this.entries = entries;
        this.slots = slots;
    }

    public static Builder builder(Origin origin) {
        return new Builder(origin);
    }

    public static YamlMapping empty(Origin origin) {
        return new Builder(origin).build();
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public String tag() {
        return tag;
    }

    public int size() {
        return entries.length;
    }

    public boolean isEmpty() {
        return entries.length == 0;
    }

    public @Nullable YamlNode get(String key) {
        Entry entry = entry(key);
        return entry == null ? null : entry.value();
    }

    public @Nullable Entry entry(String key) {
        int index = find(entries, entries.length, slots, key);
        return index < 0 ? null : entries[index];
    }

    /// The mapping under a key, if there is one.
    public @Nullable YamlMapping mapping(String key) {
        return get(key) instanceof YamlMapping mapping ? mapping : null;
    }

    /// The text under a key, if it is a single value that is not null.
    public @Nullable String text(String key) {
        return get(key) instanceof Scalar scalar && scalar.value() != null ? String.valueOf(scalar.value()) : null;
    }

    public List<Entry> entries() {
        return Collections.unmodifiableList(Arrays.asList(entries));
    }

    @Override
    public Iterator<Entry> iterator() {
        return Arrays.asList(entries).iterator();
    }

    /// A builder that begins with everything in here.
    public Builder toBuilder() {
        return new Builder(this);
    }

    /// This mapping with one value replaced or added.
    public YamlMapping with(String key, YamlNode value) {
        return toBuilder().put(key, value.origin(), value).build();
    }

    @Override
    public @Nullable Map<String, @Nullable Object> toJava() {
        Map<String, @Nullable Object> map = LinkedHashMap.newLinkedHashMap(entries.length);
        for (Entry entry : entries) {
            map.put(entry.key(), entry.value().toJava());
        }
        return map;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof YamlMapping mapping
                && origin.equals(mapping.origin)
                && tag.equals(mapping.tag)
                && Arrays.equals(entries, mapping.entries);
    }

    @Override
    public int hashCode() {
        return 31 * origin.hashCode() + Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return origin + " " + new ArrayList<>(Arrays.asList(entries));
    }

    private static int find(@Nullable Entry[] entries, int size, int @Nullable [] slots, String key) {
        if (slots == null) {
            for (int i = 0; i < size; i++) {
                if (entries[i].key().equals(key)) {
                    return i;
                }
            }
            return -1;
        }
        int mask = slots.length - 1;
        for (int at = spread(key) & mask; slots[at] != 0; at = (at + 1) & mask) {
            if (entries[slots[at] - 1].key().equals(key)) {
                return slots[at] - 1;
            }
        }
        return -1;
    }

    private static int spread(String key) {
        int hash = key.hashCode();
        return hash ^ (hash >>> 15);
    }

    /// Collects entries; a key put again replaces its value and keeps its place in the order.
    public static final class Builder {
        private final Origin origin;
        private String tag = "";
        private @Nullable Entry[] entries;
        private int size;
        private int @Nullable [] slots;
        private boolean sharesSlots;

        private Builder(Origin origin) {
            this.origin = origin;
            this.entries = new Entry[SMALL];
        }

        private Builder(YamlMapping from) {
            this.origin = from.origin;
            this.tag = from.tag;
            this.size = from.entries.length;
            this.entries = Arrays.copyOf(from.entries, Math.max(SMALL, size + 4));
            this.slots = from.slots;
            this.sharesSlots = true;
        }

        public Builder tag(String tag) {
            this.tag = tag;
            return this;
        }

        public boolean has(String key) {
            return find(entries, size, slots, key) >= 0;
        }

        public @Nullable Entry entry(String key) {
            int index = find(entries, size, slots, key);
            return index < 0 ? null : entries[index];
        }

        public Builder put(String key, Origin place, YamlNode value) {
            return put(new Entry(key, place, value));
        }

        public Builder put(Entry entry) {
            int index = find(entries, size, slots, entry.key());
            if (index >= 0) {
                entries[index] = entry;
                return this;
            }
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, size * 2);
            }
            entries[size++] = entry;
            if (size > SMALL) {
                index();
            }
            return this;
        }

        public Builder remove(String key) {
            int index = find(entries, size, slots, key);
            if (index >= 0) {
                System.arraycopy(entries, index + 1, entries, index, size - index - 1);
                entries[--size] = null;
                slots = null;
                if (size > SMALL) {
                    index();
                }
            }
            return this;
        }

        public YamlMapping build() {
            Entry[] all = Arrays.copyOf(entries, size);
            sharesSlots = true;
            return new YamlMapping(origin, tag, all, slots);
        }

        /// Keeps at least half of the slots free; a slot holds the entry's index + 1.
        private void index() {
            int from = size - 1;
            int[] table = slots;
            if (table == null || table.length < size * 2) {
                table = new int[Integer.highestOneBit(size * 4)];
                from = 0;
            } else if (sharesSlots) {
                table = table.clone();
            }
            sharesSlots = false;
            int mask = table.length - 1;
            for (int i = from; i < size; i++) {
                int at = spread(entries[i].key()) & mask;
                while (table[at] != 0) {
                    at = (at + 1) & mask;
                }
                table[at] = i + 1;
            }
            slots = table;
        }
    }
}
