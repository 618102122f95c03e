package io.atmoshub.gotemplate;

/// How a text is read as a template: what opens and closes an action, and what a missing key is.
public record Options(String open, String close, MissingKey missingKey) {

    public static final Options DEFAULT = new Options("{{", "}}", MissingKey.DEFAULT);

    public Options {
        open = open.isEmpty() ? "{{" : open;
        close = close.isEmpty() ? "}}" : close;
    }

    public Options withDelimiters(String newOpen, String newClose) {
        return new Options(newOpen, newClose, missingKey);
    }

    public Options withMissingKey(MissingKey newMissingKey) {
        return new Options(open, close, newMissingKey);
    }
}
