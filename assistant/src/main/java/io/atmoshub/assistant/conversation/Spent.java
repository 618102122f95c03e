package io.atmoshub.assistant.conversation;

import io.atmoshub.assistant.model.Usage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What one turn of a model used, and how long it took to say its first word; none when it said none.
public record Spent(Usage usage, @Nullable Duration firstWord) {}
