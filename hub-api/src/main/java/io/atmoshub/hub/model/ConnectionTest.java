package io.atmoshub.hub.model;

/// What came of asking a provider for one word: what happened, in a sentence, and what to do when it failed.
public record ConnectionTest(boolean ok, String sentence, String hint) {}
