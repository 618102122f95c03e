package io.atmoshub.stacks.merge;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.project.yaml.YamlNode.Scalar;
import io.atmoshub.project.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lays one tree over another: mappings are merged key by key, lists by the strategy, and of anything else the later
/// value counts, also when it is of another kind or null. Branches that only one side has are shared, not copied.
///
/// What a YAML function will give is not known yet, so where one meets a mapping or a list both stay, as layers in a
/// row under the tag [#LAYERS], to be merged once the function has run.
public final class Merge {
    /// Marks a list that is appended whatever the strategy.
    public static final String APPEND = "!append";

    /// Marks values that wait for a function before they can be merged.
    public static final String LAYERS = "!layers";

    private final ListStrategy lists;

    public Merge(ListStrategy lists) {
        this.lists = lists;
    }

    public static Merge with(ListStrategy lists) {
        return new Merge(lists);
    }

    public YamlMapping merge(@Nullable YamlMapping base, @Nullable YamlMapping over) {
        if (base == null || base.isEmpty()) {
            return over == null ? (base == null ? Empty.MAPPING : base) : over;
        }
        return over == null || over.isEmpty() ? base : all(List.of(base, over));
    }

    /// Mappings in a row, the weakest first: as if each were laid over what the ones before it gave.
    public YamlMapping all(List<YamlMapping> layers) {
        List<YamlMapping> filled = filled(layers);
        if (filled.size() < 2) {
            return !filled.isEmpty() ? filled.getFirst() : layers.isEmpty() ? Empty.MAPPING : layers.getLast();
        }
        YamlMapping.Builder merged = filled.getFirst().toBuilder();
        Map<String, List<YamlNode>> several = new LinkedHashMap<>();
        for (YamlMapping layer : filled.subList(1, filled.size())) {
            for (YamlMapping.Entry entry : layer) {
                YamlMapping.Entry earlier = merged.entry(entry.key());
                if (earlier != null) {
                    several.computeIfAbsent(entry.key(), key -> new ArrayList<>(List.of(earlier.value())))
                            .add(entry.value());
                }
                merged.put(entry);
            }
        }
        several.forEach((key, values) -> {
            YamlMapping.Entry last = Objects.requireNonNull(merged.entry(key));
            merged.put(key, last.place(), inOne(values));
        });
        return merged.build();
    }

    /// An empty mapping changes nothing, wherever it stands.
    static List<YamlMapping> filled(List<YamlMapping> layers) {
        List<YamlMapping> filled = new ArrayList<>(layers.size());
        for (YamlMapping layer : layers) {
            if (!layer.isEmpty()) {
                filled.add(layer);
            }
        }
        return filled;
    }

    /// What values in a row under one name give.
    YamlNode inOne(List<YamlNode> values) {
        Optional<List<YamlMapping>> mappings = mappings(values);
        if (mappings.isPresent()) {
            return all(mappings.get());
        }
        YamlNode result = values.getFirst();
        for (YamlNode value : values.subList(1, values.size())) {
            result = merge(result, value);
        }
        return result;
    }

    /// The values, if all of them are mappings.
    static Optional<List<YamlMapping>> mappings(List<YamlNode> values) {
        List<YamlMapping> mappings = new ArrayList<>(values.size());
        for (YamlNode value : values) {
            if (!(value instanceof YamlMapping mapping)) {
                return Optional.empty();
            }
            mappings.add(mapping);
        }
        return Optional.of(mappings);
    }

    public YamlNode merge(YamlNode base, YamlNode over) {
        if (isOpen(base) || isOpen(over)) {
            // A function that is met again in the same place has nothing to add.
            return base.equals(over) ? base : layered(base, over);
        }
        return switch (over) {
            case YamlMapping mapping when base instanceof YamlMapping below -> merge(below, mapping);
            case Sequence list when base instanceof Sequence below -> lists(below, list);
            case YamlMapping mapping -> mapping;
            case Sequence list -> list;
            case Scalar scalar -> scalar;
        };
    }

    /// The value of layers whose functions have run.
    public YamlNode settle(List<YamlNode> layers) {
        YamlNode settled = layers.getFirst();
        for (YamlNode layer : layers.subList(1, layers.size())) {
            settled = isFunction(settled) || isFunction(layer) ? layer : merge(settled, layer);
        }
        return settled;
    }

    /// A YAML function that has not run yet.
    public static boolean isFunction(YamlNode node) {
        return node instanceof Scalar(var origin, var tag, var text, Object value)
                && tag.isEmpty()
                && value instanceof String call
                && FunctionCall.isCall(call);
    }

    private static boolean isOpen(YamlNode node) {
        return node.tag().equals(LAYERS) || isFunction(node);
    }

    private YamlNode layered(YamlNode base, YamlNode over) {
        boolean overIsPlain = over instanceof Scalar && !isFunction(over);
        boolean baseIsPlain = base instanceof Scalar && !isFunction(base);
        if (overIsPlain || baseIsPlain) {
            return over;
        }
        List<YamlNode> layers = new ArrayList<>(layersOf(base));
        for (YamlNode layer : layersOf(over)) {
            boolean both = !isFunction(layers.getLast()) && !isFunction(layer);
            if (both) {
                layers.set(layers.size() - 1, merge(layers.getLast(), layer));
            } else {
                layers.add(layer);
            }
        }
        return new Sequence(over.origin(), LAYERS, layers);
    }

    private static List<YamlNode> layersOf(YamlNode node) {
        return node instanceof Sequence list && list.tag().equals(LAYERS) ? list.items() : List.of(node);
    }

    private YamlNode lists(Sequence base, Sequence over) {
        boolean append = over.tag().equals(APPEND) || lists == ListStrategy.APPEND;
        if (!append && lists == ListStrategy.REPLACE) {
            return over;
        }
        List<YamlNode> items = new ArrayList<>(base.items());
        if (append) {
            items.addAll(over.items());
        } else {
            for (int i = 0; i < over.items().size(); i++) {
                if (i >= items.size()) {
                    items.add(over.items().get(i));
                } else if (items.get(i) instanceof YamlMapping below
                        && over.items().get(i) instanceof YamlMapping item) {
                    items.set(i, merge(below, item));
                }
            }
        }
        return new Sequence(over.origin(), base.tag(), items);
    }
}
