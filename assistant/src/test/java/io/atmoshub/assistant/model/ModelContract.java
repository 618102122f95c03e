package io.atmoshub.assistant.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.StopSignal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What holds for whatever answers.
@Timeout(30)
public abstract class ModelContract {
    /// A model and a request that it answers with at least twenty words, at a pace that can be watched.
    protected abstract Model model();

    protected abstract ModelRequest request();

    @Test
    void itHasAName() {
        assertThat(model().name()).isNotBlank();
    }

    @Test
    void itsWordsComeInPiecesBeforeItReturns() throws Exception {
        List<String> pieces = new CopyOnWriteArrayList<>();

        ModelAnswer answer = model().answer(request(), pieces::add, Cancellation.NEVER);

        assertThat(pieces).hasSizeGreaterThan(5);
        assertThat(answer.calls()).isEmpty();
    }

    @Test
    void nothingComesAfterItReturned() throws Exception {
        List<String> pieces = new CopyOnWriteArrayList<>();
        Thread worker = Thread.ofVirtual().start(() -> {
            try {
                model().answer(request(), pieces::add, Cancellation.NEVER);
            } catch (ModelException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(worker.join(Duration.ofSeconds(20))).isTrue();
        int count = pieces.size();

        assertThat(new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS)).isFalse();

        assertThat(pieces).hasSize(count);
    }

    @Test
    void aStopEndsItWithin200Milliseconds() throws Exception {
        StopSignal stop = new StopSignal();
        CountDownLatch writing = new CountDownLatch(1);
        Thread worker = Thread.ofVirtual().start(() -> {
            try {
                model().answer(request(), _ -> writing.countDown(), stop);
            } catch (ModelException _) {
                // Throwing is as good as returning.
            }
        });
        assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();

        stop.request();

        assertThat(worker.join(Duration.ofMillis(200))).isTrue();
    }
}
