package io.atmoshub.hub.policy;

import io.atmoshub.hub.session.Demand;

/// What policy says to a call.
///
/// @param verb allow, prompt or deny
/// @param rule which rule of which revision
/// @param demand for a prompt: whose answer counts
/// @param alwaysCounts for a prompt: whether an "allow always" would answer it
public record WhatHappens(String verb, String rule, Demand demand, boolean alwaysCounts) {}
