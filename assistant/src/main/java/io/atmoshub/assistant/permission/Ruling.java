package io.atmoshub.assistant.permission;

import io.atmoshub.hub.session.Demand;

/// What policy says about a call, and the rule that decided.
///
/// @param demand for a prompt: whose answer counts, over all rules that ask
/// @param alwaysCounts for a prompt: whether an "allow always" of the one who asked would answer it
public record Ruling(Verb verb, Rule rule, Demand demand, boolean alwaysCounts) {}
