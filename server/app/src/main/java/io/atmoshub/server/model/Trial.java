package io.atmoshub.server.model;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.model.ModelException;
import io.atmoshub.assistant.model.ModelRequest;
import io.atmoshub.assistant.model.TextSink;
import io.atmoshub.assistant.model.Turn;
import io.atmoshub.hub.model.ConnectionTest;
import io.atmoshub.providers.ProviderModel;
import io.atmoshub.providers.ProviderSettings;
import io.atmoshub.providers.http.Patience;
import java.time.Duration;
import java.util.List;

/// "Test connection": one question, one word, twenty seconds at most, and nothing tried twice.
final class Trial {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    /// Enough for models that think before they say a word.
    private static final int MAX_TOKENS = 512;

    private Trial() {}

    static ConnectionTest of(ProviderSettings settings) {
        ProviderSettings quick = settings.withMaxTokens(MAX_TOKENS)
                .with(new Patience(LONGEST, LONGEST, 0, Duration.ofMillis(1), Duration.ofMillis(1)));
        ModelRequest request = new ModelRequest(
                "You answer with one word.", List.of(new Turn.Asked("Atmos Hub", "Say OK.")), List.of());
        TextSink nobody = piece -> {};
        ProviderModel model = new ProviderModel(quick);
        long began = System.nanoTime();
        try {
            model.answer(request, nobody, Cancellation.NEVER);
            return new ConnectionTest(
                    true,
                    "%s answered in %d ms."
                            .formatted(
                                    model.name(),
                                    Duration.ofNanos(System.nanoTime() - began).toMillis()),
                    "");
        } catch (ModelException e) {
            return new ConnectionTest(false, e.reason(), e.hint());
        }
    }
}
