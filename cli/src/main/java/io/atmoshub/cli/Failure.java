package io.atmoshub.cli;

import java.util.List;

/// What a person asked for did not work. It is shown as Atmos shows it, for scripts look for its words.
public final class Failure extends RuntimeException {
    private final String title;
    private final String explanation;
    private final List<String> hints;
    private final int exitCode;

    /// @param title of the block: `Error`, `Workflow Error`
    /// @param what in a few words, what is wrong
    /// @param explanation in sentences, which thing it is about; may be empty
    public Failure(String title, String what, String explanation, List<String> hints, int exitCode) {
        super(what);
        this.title = title;
        this.explanation = explanation;
        this.hints = List.copyOf(hints);
        this.exitCode = exitCode;
    }

    public static Failure of(String what, String hint) {
        return new Failure("Error", what, "", List.of(hint), Atmos.FAILED);
    }

    public int exitCode() {
        return exitCode;
    }

    /// All of it, as Markdown.
    String block() {
        var block = new StringBuilder("# %s\n\n**Error:** %s\n".formatted(title, getMessage()));
        if (!explanation.isEmpty()) {
            block.append('\n').append(explanation).append('\n');
        }
        hints.forEach(hint -> block.append("\n💡 ").append(hint).append('\n'));
        return block.toString();
    }
}
