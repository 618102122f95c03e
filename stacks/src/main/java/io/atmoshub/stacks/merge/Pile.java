package io.atmoshub.stacks.merge;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Mappings laid over each other, the weakest first, and what they give. When they are laid again after some of them
/// changed, only the branches that differ are merged; all others are the same objects as before, and whoever stands on
/// them need not look any deeper.
public final class Pile {
    private final List<YamlMapping> layers;
    private final YamlMapping merged;

    private Pile(List<YamlMapping> layers, YamlMapping merged) {
        this.layers = List.copyOf(layers);
        this.merged = merged;
    }

    /// @param before a pile of what the same layers were once, if there is one; the outcome is equal without it
    public static Pile of(Merge merge, List<YamlMapping> layers, @Nullable Pile before) {
        YamlMapping merged =
                before == null ? merge.all(layers) : new Relaid(merge).merged(before.layers, before.merged, layers);
        return new Pile(layers, merged);
    }

    public YamlMapping merged() {
        return merged;
    }

    /// Merging again what was merged before.
    private record Relaid(Merge merge) {
        YamlMapping merged(List<YamlMapping> before, YamlMapping result, List<YamlMapping> now) {
            List<YamlMapping> filled = Merge.filled(now);
            if (filled.size() < 2 || before.size() != now.size()) {
                return Shared.with(result, merge.all(now));
            }
            Set<String> touched = new LinkedHashSet<>();
            boolean sameOrder = filled.getFirst().origin().equals(result.origin())
                    && filled.getFirst().tag().equals(result.tag());
            for (int i = 0; i < now.size(); i++) {
                sameOrder &= isAlike(before.get(i), now.get(i), touched);
            }
            YamlMapping.Builder merged = sameOrder ? result.toBuilder() : inOrder(filled, result);
            boolean same = sameOrder;
            for (String key : touched) {
                List<YamlMapping.Entry> entries = entries(now, key);
                if (!entries.isEmpty()) {
                    YamlNode value = value(values(entries(before, key)), result.get(key), values(entries));
                    YamlMapping.Entry entry =
                            new YamlMapping.Entry(key, entries.getLast().place(), value);
                    same &= Shared.isSame(entry, result.entry(key));
                    merged.put(entry);
                }
            }
            return same ? result : merged.build();
        }

        private YamlNode value(List<YamlNode> before, @Nullable YamlNode result, List<YamlNode> now) {
            Optional<List<YamlMapping>> mappings = Merge.mappings(now);
            Optional<List<YamlMapping>> earlier = Merge.mappings(before);
            if (mappings.isPresent() && earlier.isPresent() && result instanceof YamlMapping mapping) {
                return merged(earlier.get(), mapping, mappings.get());
            }
            YamlNode value = merge.inOne(now);
            return result != null && value.equals(result) ? result : value;
        }

        /// Whether both have the same keys in the same order.
        ///
        /// @param touched takes in the keys under which they differ
        @SuppressWarnings(
                "ReferenceEquality") // what equals the earlier one but is another object is looked into anyway
        private static boolean isAlike(YamlMapping before, YamlMapping now, Set<String> touched) {
            if (before == now) {
                return true;
            }
            for (YamlMapping.Entry entry : before) {
                if (!Shared.isSame(entry, now.entry(entry.key()))) {
                    touched.add(entry.key());
                }
            }
            for (YamlMapping.Entry entry : now) {
                if (before.entry(entry.key()) == null) {
                    touched.add(entry.key());
                }
            }
            return Shared.haveSameKeys(before, now);
        }

        /// Every key where it stands first, with what it was before.
        private static YamlMapping.Builder inOrder(List<YamlMapping> layers, YamlMapping result) {
            YamlMapping first = layers.getFirst();
            YamlMapping.Builder ordered = YamlMapping.builder(first.origin()).tag(first.tag());
            for (YamlMapping layer : layers) {
                for (YamlMapping.Entry entry : layer) {
                    if (!ordered.has(entry.key())) {
                        YamlMapping.Entry known = result.entry(entry.key());
                        ordered.put(known == null ? entry : known);
                    }
                }
            }
            return ordered;
        }

        private static List<YamlMapping.Entry> entries(List<YamlMapping> layers, String key) {
            List<YamlMapping.Entry> entries = new ArrayList<>();
            for (YamlMapping layer : layers) {
                YamlMapping.Entry entry = layer.entry(key);
                if (entry != null) {
                    entries.add(entry);
                }
            }
            return entries;
        }

        private static List<YamlNode> values(List<YamlMapping.Entry> entries) {
            return entries.stream().map(YamlMapping.Entry::value).toList();
        }
    }
}
