package io.atmoshub.stacks.validation;

import io.atmoshub.project.yaml.Origin;

/// Something that is wrong: where, what, and a way out.
public record Finding(Origin origin, String problem, String hint) implements Comparable<Finding> {
    @Override
    public int compareTo(Finding other) {
        int byPlace = origin.compareTo(other.origin);
        return byPlace != 0 ? byPlace : problem.compareTo(other.problem);
    }

    @Override
    public String toString() {
        return "%s: %s%s".formatted(origin, problem, hint.isEmpty() ? "" : " " + hint);
    }
}
