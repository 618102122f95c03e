package io.atmoshub.assistant.file;

/// A file that the assistant may not or can not have: the reason in a few words, and in a sentence.
public final class FileRefused extends Exception {
    private final String summary;

    public FileRefused(String summary, String why) {
        super(why);
        this.summary = summary;
    }

    public String summary() {
        return summary;
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
