package io.atmoshub.assistant.conversation;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.StopSignal;
import io.atmoshub.assistant.model.Model;
import io.atmoshub.assistant.model.ModelAnswer;
import io.atmoshub.assistant.model.ModelException;
import io.atmoshub.assistant.model.ModelRequest;
import io.atmoshub.assistant.model.TextSink;
import io.atmoshub.assistant.model.Usage;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One turn of a model, with an end that is certain: whatever the model does (fall silent, go on for ever,
/// write after it returned, ignore a stop), the turn ends exactly once, and nothing comes after. The model
/// works on a thread of its own; the words are handed on by the thread that waits.
final class ModelTurn {
    /// How a turn ended; `text` is what was said until then.
    sealed interface End {
        record Answered(String text, ModelAnswer answer) implements End {}

        record Failed(String text, String reason, String hint) implements End {}

        record Stopped(String text) implements End {}
    }

    private sealed interface Signal {
        record Piece(String text) implements Signal {}

        record Returned(ModelAnswer answer) implements Signal {}

        record Threw(Throwable cause) implements Signal {}

        record Stop() implements Signal {}
    }

    /// How many times as long as it may be silent a model may give signs of life only.
    private static final int PATIENCE = 10;

    private static final System.Logger LOG = System.getLogger(ModelTurn.class.getName());

    private final Model model;
    private final Limits limits;
    private final StopSignal close = new StopSignal();
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Consumer<Spent> bill;
    private final CleanText clean = new CleanText();
    private final StringBuilder said = new StringBuilder();
    private volatile long began;
    private volatile @Nullable Duration firstWord;
    private volatile boolean over;

    /// The bill may come from another thread, and after a turn that was stopped.
    ModelTurn(Model model, Limits limits, Consumer<Spent> bill) {
        this.model = model;
        this.limits = limits;
        this.bill = bill;
    }

    /// An interrupt leaves at once.
    End run(ModelRequest request, Cancellation cancellation, Consumer<String> live) throws InterruptedException {
        Thread worker = Thread.ofVirtual().name("model").unstarted(() -> work(request));
        cancellation.onRequest(() -> signals.add(new Signal.Stop()));
        began = System.nanoTime();
        worker.start();
        try {
            return follow(cancellation, live);
        } finally {
            over = true;
            close.request();
            worker.interrupt();
        }
    }

    private void work(ModelRequest request) {
        try {
            signals.add(new Signal.Returned(model.answer(request, new Sink(), close)));
        } catch (Throwable e) {
            signals.add(new Signal.Threw(e));
        }
    }

    private final class Sink implements TextSink {
        @Override
        public void write(String piece) {
            if (firstWord == null && !piece.isEmpty()) {
                firstWord = Duration.ofNanos(System.nanoTime() - began);
            }
            if (!over) {
                signals.add(new Signal.Piece(piece));
            }
        }

        @Override
        public void used(Usage usage) {
            bill.accept(new Spent(usage, firstWord));
        }
    }

    private End follow(Cancellation cancellation, Consumer<String> live) throws InterruptedException {
        Duration wordless = limits.modelSilence().multipliedBy(PATIENCE);
        long lastWord = System.nanoTime();
        while (true) {
            @Nullable Signal signal = signals.poll(limits.modelSilence().toMillis(), TimeUnit.MILLISECONDS);
            if (cancellation.requested()) {
                return new End.Stopped(said.toString());
            }
            if (signal == null) {
                return silent(limits.modelSilence());
            }
            switch (signal) {
                case Signal.Piece piece -> {
                    String text = clean.next(piece.text());
                    if (said.length() + text.length() > limits.longestText()) {
                        return failed(
                                "%s did not stop writing: the answer is longer than %,d characters."
                                        .formatted(model.name(), limits.longestText()),
                                "Ask for something smaller, or in parts.");
                    }
                    if (!text.isEmpty()) {
                        said.append(text);
                        live.accept(text);
                        lastWord = System.nanoTime();
                    } else if (System.nanoTime() - lastWord > wordless.toNanos()) {
                        return silent(wordless);
                    }
                }
                case Signal.Returned returned -> {
                    return new End.Answered(said.toString(), returned.answer());
                }
                case Signal.Threw threw -> {
                    return thrown(threw.cause());
                }
                case Signal.Stop _ -> {
                    return new End.Stopped(said.toString());
                }
            }
        }
    }

    private End silent(Duration time) {
        return failed(
                "%s stopped answering: nothing came for %s.".formatted(model.name(), inWords(time)),
                "Ask again; if it goes on, look at the provider's status.");
    }

    private End thrown(Throwable cause) {
        if (cause instanceof ModelException e) {
            LOG.log(System.Logger.Level.INFO, "a model could not answer", e);
            return failed(e.reason(), e.hint());
        }
        LOG.log(System.Logger.Level.ERROR, "a model broke", cause);
        return failed(
                "%s broke (%s).".formatted(model.name(), cause.getClass().getSimpleName()),
                "Ask again; the server's log has the details.");
    }

    private End failed(String reason, String hint) {
        return new End.Failed(said.toString(), reason, hint);
    }

    private static String inWords(Duration time) {
        return time.toSeconds() > 0 ? "%d s".formatted(time.toSeconds()) : "%d ms".formatted(time.toMillis());
    }
}
