package io.atmoshub.hub.conversation;

import io.atmoshub.hub.session.Message;
import java.util.UUID;

/// A message of a session, and what is said in its place.
public record Rewrite(UUID message, Message instead) {}
