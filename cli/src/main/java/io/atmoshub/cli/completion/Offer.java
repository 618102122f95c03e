package io.atmoshub.cli.completion;

/// What can be typed next, and what it is.
record Offer(String value, String about) {
    static Offer of(String value) {
        return new Offer(value, "");
    }
}
