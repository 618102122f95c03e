package io.atmoshub.project;

import io.atmoshub.project.yaml.Origin;

/// A project that cannot be read as it is: what is wrong, where, and what to do about it.
public final class ProjectException extends RuntimeException {
    private final String what;
    private final String hint;

    public ProjectException(String what, String hint) {
        super(what + "\n" + hint);
        this.what = what;
        this.hint = hint;
    }

    public ProjectException(Origin where, String what, String hint) {
        this("%s: %s".formatted(Config.words(where), what), hint);
    }

    public String what() {
        return what;
    }

    public String hint() {
        return hint;
    }
}
