package io.atmoshub.assistant.permission;

/// What policy says about a call, and the rule that decided.
public record Ruling(Verb verb, Rule rule) {}
