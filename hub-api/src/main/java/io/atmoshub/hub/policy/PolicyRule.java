package io.atmoshub.hub.policy;

/// A rule in words.
///
/// @param layer whose it is: organisation, project or built-in
/// @param line where it stands in its document; 0 when it has no place
/// @param verb allow, prompt or deny
/// @param tools the tools that it is about
/// @param narrowed what else it is about, such as "environments: prod"; empty for every call
/// @param effect what there is to know besides, such as whose answer counts; empty for nothing
public record PolicyRule(String layer, int line, String verb, String tools, String narrowed, String effect) {}
