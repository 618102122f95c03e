package io.atmoshub.assistant.model;

import java.util.List;

/// How a model's turn ended: with tools it wants called, or with none, when the words it wrote are its answer,
/// or as much of it as fit.
public record ModelAnswer(List<WantedCall> calls, Stop stop) {
    public static final ModelAnswer COMPLETE = new ModelAnswer(List.of());
    public static final ModelAnswer CUT = new ModelAnswer(List.of(), Stop.LENGTH);

    public ModelAnswer {
        calls = List.copyOf(calls);
        if (calls.isEmpty() == (stop == Stop.CALLS)) {
            throw new IllegalArgumentException("%d calls, and stopped for %s".formatted(calls.size(), stop));
        }
    }

    public ModelAnswer(List<WantedCall> calls) {
        this(calls, calls.isEmpty() ? Stop.COMPLETE : Stop.CALLS);
    }
}
