package io.atmoshub.gotemplate;

/// A template's text, what it is called, and how it is read.
record Source(String name, String text, Options options) {

    TemplateException wrong(int offset, String problem) {
        return new TemplateException(TemplateException.Reason.SYNTAX, Place.of(this, offset), problem, null);
    }
}
