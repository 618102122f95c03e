package io.atmoshub.providers;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.atmoshub.assistant.model.TextSink;
import io.atmoshub.hub.HubJson;
import io.atmoshub.providers.http.StreamInspector;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What comes back in one turn: hands on the words, and keeps the first end that LangChain4j reports. Some
/// streams make it report two, and some none.
final class Reply implements StreamingChatResponseHandler, StreamInspector {
    private static final long SECOND = 1_000_000_000;

    private final TextSink text;
    private final @Nullable String lastWord;
    private long lastSign = System.nanoTime() - SECOND;
    private long written;
    private boolean opened;
    private boolean lastWordCame;
    private @Nullable ChatResponse response;
    private @Nullable Throwable error;

    Reply(TextSink text, Wire wire) {
        this.text = text;
        this.lastWord = wire.lastWord().orElse(null);
    }

    @Override
    public void alive() {
        // More often nobody needs to know.
        if (System.nanoTime() - lastSign >= SECOND) {
            lastSign = System.nanoTime();
            text.write("");
        }
    }

    @Override
    public boolean complains(String data) {
        opened = true;
        lastWordCame |= lastWord != null && data.contains(lastWord);
        // An error in the midst of a stream, or that the prompt was refused: neither is an answer to LangChain4j.
        if (!data.contains("\"error\"") && !data.contains("\"blockReason\"")) {
            return false;
        }
        try {
            JsonNode event = HubJson.mapper().readTree(data);
            return event.hasNonNull("error") || event.path("promptFeedback").hasNonNull("blockReason");
        } catch (JacksonException _) {
            return false;
        }
    }

    @Override
    public boolean complete() {
        return response != null || lastWordCame;
    }

    @Override
    public void onPartialResponse(String piece) {
        wrote(piece);
        text.write(piece);
    }

    @Override
    public void onPartialThinking(PartialThinking thinking) {
        wrote(thinking.text());
    }

    @Override
    public void onPartialToolCall(PartialToolCall call) {
        wrote(call.partialArguments());
    }

    private void wrote(String piece) {
        opened = true;
        written += piece.length();
    }

    @Override
    public void onCompleteToolCall(CompleteToolCall call) {
        // The complete response has them all.
    }

    @Override
    public void onCompleteResponse(ChatResponse complete) {
        if (response == null && error == null) {
            response = complete;
        }
    }

    @Override
    public void onError(Throwable cause) {
        if (response == null && error == null) {
            error = cause;
        }
    }

    /// The complete response, if the model came to its end.
    Optional<ChatResponse> response() {
        return lastWord == null || lastWordCame ? Optional.ofNullable(response) : Optional.empty();
    }

    Optional<Throwable> error() {
        return Optional.ofNullable(error);
    }

    /// Whether the provider began to answer, so that somebody pays for it.
    boolean opened() {
        return opened;
    }

    /// Characters so far, thinking and arguments included.
    long written() {
        return written;
    }
}
