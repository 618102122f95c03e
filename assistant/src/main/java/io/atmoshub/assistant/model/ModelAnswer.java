package io.atmoshub.assistant.model;

import java.util.List;

/// How a model's turn ended: with tools it wants called, or with none, when the words it wrote are its answer.
public record ModelAnswer(List<WantedCall> calls) {
    public static final ModelAnswer COMPLETE = new ModelAnswer(List.of());

    public ModelAnswer {
        calls = List.copyOf(calls);
    }
}
