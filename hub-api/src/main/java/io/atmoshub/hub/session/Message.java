package io.atmoshub.hub.session;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import java.util.UUID;

/// What a person says: 1 to 32,000 characters of text. The id is the sender's; saying the same id twice,
/// as a client does that lost the answer, is saying it once. Who says nothing about the mode wants work.
public record Message(UUID id, String text, Mode mode) {
    public static final int LONGEST = 32_000;

    public Message {
        mode = mode == null ? Mode.WORK : mode;
        text = text.strip();
        if (text.isEmpty()) {
            throw new HubException(ErrorCode.INVALID_INPUT, "The message is empty.", "Write a question.");
        }
        if (text.length() > LONGEST) {
            throw new HubException(
                    ErrorCode.TOO_LARGE,
                    "A message has at most %,d characters; this one has %,d.".formatted(LONGEST, text.length()),
                    "Put long text into a file of the project and name it in the message.");
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r')
                || text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "The message holds binary data.",
                    "Send text; name a file of the project instead of pasting it.");
        }
    }

    public Message(UUID id, String text) {
        this(id, text, Mode.WORK);
    }

    public static Message of(String text) {
        return new Message(UUID.randomUUID(), text);
    }

    public static Message toPlan(String text) {
        return new Message(UUID.randomUUID(), text, Mode.PLAN);
    }
}
