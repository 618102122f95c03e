package io.atmoshub.assistant.tool;

/// A tool can't do what was asked: five words for the tool line, and what the model is told.
public final class ToolFailure extends Exception {
    private final String summary;

    public ToolFailure(String summary, String output) {
        super(output);
        this.summary = summary;
    }

    public String summary() {
        return summary;
    }

    public String output() {
        return String.valueOf(getMessage());
    }
}
