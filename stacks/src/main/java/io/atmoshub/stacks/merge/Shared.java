package io.atmoshub.stacks.merge;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives a tree the branches of an earlier one wherever both are equal, so that a look at the objects tells what
// stayed.
@SuppressWarnings("ReferenceEquality") // which object it is is what this is about
public final class Shared {
    private Shared() {}

    public static YamlMapping with(@Nullable YamlNode earlier, YamlMapping now) {
        if (earlier == now || !(earlier instanceof YamlMapping before)) {
            return now;
        }
        YamlMapping.Builder shared = YamlMapping.builder(now.origin()).tag(now.tag());
        boolean same = now.size() == before.size()
                && now.origin().equals(before.origin())
                && now.tag().equals(before.tag());
        int at = 0;
        for (YamlMapping.Entry entry : now) {
            YamlMapping.Entry kept = entry(before.entry(entry.key()), entry);
            shared.put(kept);
            same = same && before.entries().get(at++) == kept;
        }
        return same ? before : shared.build();
    }

    private static YamlMapping.Entry entry(YamlMapping.@Nullable Entry earlier, YamlMapping.Entry now) {
        if (earlier == null) {
            return now;
        }
        YamlNode value =
                switch (now.value()) {
                    case YamlMapping mapping -> with(earlier.value(), mapping);
                    case YamlNode.Sequence list -> list.equals(earlier.value()) ? earlier.value() : list;
                    case YamlNode.Scalar scalar -> scalar.equals(earlier.value()) ? earlier.value() : scalar;
                };
        return isSame(earlier, new YamlMapping.Entry(now.key(), now.place(), value))
                ? earlier
                : new YamlMapping.Entry(now.key(), now.place(), value);
    }

    /// Whether two entries of one name are the same, as objects below.
    static boolean isSame(YamlMapping.Entry one, YamlMapping.@Nullable Entry other) {
        return one == other
                || (other != null && one.value() == other.value() && one.place().equals(other.place()));
    }

    static boolean haveSameKeys(YamlMapping one, YamlMapping other) {
        List<YamlMapping.Entry> ones = one.entries();
        List<YamlMapping.Entry> others = other.entries();
        boolean same = ones.size() == others.size();
        for (int i = 0; same && i < ones.size(); i++) {
            same = ones.get(i).key().equals(others.get(i).key());
        }
        return same;
    }
}
