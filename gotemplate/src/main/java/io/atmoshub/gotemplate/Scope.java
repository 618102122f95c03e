package io.atmoshub.gotemplate;

import java.util.ArrayList;
import java.util.List;

/// The variables that can be seen while a definition is read. Each has a slot; slots of closed blocks are used again.
final class Scope {

    static final int NONE = -1;

    /// Looking one up takes time, so that very many would.
    static final int MOST = 2_000;

    private final List<String> names = new ArrayList<>(List.of("$"));
    private int most = 1;

    int slotOf(String name) {
        return names.lastIndexOf(name);
    }

    int declare(String name) {
        names.add(name);
        most = Math.max(most, names.size());
        return names.size() - 1;
    }

    List<String> names() {
        return names;
    }

    int mark() {
        return names.size();
    }

    void reset(int mark) {
        names.subList(mark, names.size()).clear();
    }

    /// How many slots the definition needs.
    int size() {
        return most;
    }
}
