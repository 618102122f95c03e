package io.atmoshub.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.model.ModelAnswer;
import io.atmoshub.providers.http.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ManyStreamsTest {
    /// More than a pool of threads has, that LangChain4j's own client would read them on.
    private static final int STREAMS = 600;

    private static final Patience LONG = new Patience(
            Duration.ofSeconds(100), Duration.ofSeconds(110), 0, Duration.ofSeconds(1), Duration.ofSeconds(1));

    @Test
    void noStreamWaitsForAnotherOne() throws Exception {
        CountDownLatch allHaveWords = new CountDownLatch(STREAMS);
        try (Loopback loopback = new Loopback();
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            loopback.play(exchange -> {
                WireFormat format = new AnthropicFormat();
                exchange.open(format.contentType());
                exchange.send(format.begin());
                exchange.send(format.text("Hello"));
                // Nobody's stream goes on before everybody has read the beginning of theirs.
                if (allHaveWords.await(90, TimeUnit.SECONDS)) {
                    exchange.send(format.finish(WireFormat.End.COMPLETE));
                    exchange.end();
                }
            });
            ProviderModel model = new ProviderModel(
                    new AnthropicFormat().settings(loopback.address()).with(LONG));

            List<Future<ModelAnswer>> answers = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                answers.add(people.submit(() -> model.answer(
                        ProviderContract.QUESTION,
                        new ProviderContract.Said(_ -> allHaveWords.countDown()),
                        Cancellation.NEVER)));
            }

            for (Future<ModelAnswer> answer : answers) {
                assertThat(answer.get()).isEqualTo(ModelAnswer.COMPLETE);
            }
        }
    }
}
