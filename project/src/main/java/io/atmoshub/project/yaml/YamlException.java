package io.atmoshub.project.yaml;

/// YAML that can't be read: where, what is wrong, and a way out.
public final class YamlException extends RuntimeException {
    private final Origin origin;
    private final String problem;
    private final String hint;

    public YamlException(Origin origin, String problem, String hint) {
        super(origin + ": " + problem + " " + hint);
        this.origin = origin;
        this.problem = problem;
        this.hint = hint;
    }

    public Origin origin() {
        return origin;
    }

    public String problem() {
        return problem;
    }

    public String hint() {
        return hint;
    }
}
