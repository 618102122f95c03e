package io.atmoshub.assistant.builtin;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Proposes a learning for the project's memory, which asks first.
record Remember(String learning) implements Reply {
    private static final Pattern ASKED =
            Pattern.compile("(?is)^(?:please |now |then )*(?:can you |could you )?remember(?: that|:)?\\s+(\\S.*)$");

    static Optional<Reply> of(String text) {
        Matcher asked = ASKED.matcher(text);
        return asked.matches()
                ? Optional.of(new Remember(asked.group(1).strip().replaceAll("\\s+", " ")))
                : Optional.empty();
    }

    @Override
    public Optional<String> reply(Looks looks) {
        return looks.call("memory_update", Map.of("mode", "learning", "text", learning))
                .map(seen -> switch (seen.outcome()) {
                    case OK -> "Remembered, in this session's copy of the project.";
                    case DENIED -> "I did not write it down: it was denied.";
                    case FAILED, CANCELLED, UNKNOWN ->
                        "I could not write it down. %s".formatted(seen.output().strip());
                });
    }
}
