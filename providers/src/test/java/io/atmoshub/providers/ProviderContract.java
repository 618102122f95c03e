package io.atmoshub.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.StopSignal;
import io.atmoshub.assistant.model.Model;
import io.atmoshub.assistant.model.ModelAnswer;
import io.atmoshub.assistant.model.ModelContract;
import io.atmoshub.assistant.model.ModelException;
import io.atmoshub.assistant.model.ModelRequest;
import io.atmoshub.assistant.model.Stop;
import io.atmoshub.assistant.model.TextSink;
import io.atmoshub.assistant.model.Turn;
import io.atmoshub.assistant.model.Usage;
import io.atmoshub.assistant.model.WantedCall;
import io.atmoshub.assistant.tool.Effect;
import io.atmoshub.assistant.tool.Parameter;
import io.atmoshub.assistant.tool.ToolSpec;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.ToolCall;
import io.atmoshub.providers.http.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// What holds for every provider, told over its real wire format by a server on this machine.
@Timeout(30)
abstract class ProviderContract extends ModelContract {
    static final ToolSpec READ = new ToolSpec(
            "file_read",
            "Reads a file.",
            List.of(
                    Parameter.required("path", Parameter.Type.STRING, "the file"),
                    Parameter.optional("from", Parameter.Type.INTEGER, "its first line")),
            Effect.READS,
            Duration.ofSeconds(1));
    static final ModelRequest QUESTION =
            new ModelRequest("You are a test.", List.of(new Turn.Asked("Ana", "What is in a?")), List.of(READ));
    private static final WireFormat.Call CALL_A =
            new WireFormat.Call("file_read", Map.of("path", "a – é😀.txt", "from", 2));
    private static final WireFormat.Call CALL_B = new WireFormat.Call("file_read", Map.of("path", "b.txt"));
    private static final Patience QUICK = new Patience(
            Duration.ofSeconds(20), Duration.ofSeconds(25), 2, Duration.ofMillis(20), Duration.ofSeconds(5));

    Loopback loopback;

    abstract WireFormat format();

    @BeforeEach
    void aServer() throws Exception {
        loopback = new Loopback();
    }

    @AfterEach
    void noServer() throws Exception {
        loopback.close();
    }

    @Override
    protected Model model() {
        loopback.play(exchange -> {
            WireFormat format = format();
            exchange.open(format.contentType());
            exchange.send(format.begin());
            for (int i = 0; i < 30; i++) {
                exchange.send(format.text("word " + i + " "));
                exchange.closedWithin(Duration.ofMillis(10));
            }
            exchange.send(format.finish(WireFormat.End.COMPLETE));
            exchange.end();
        });
        return provider(QUICK);
    }

    @Override
    protected ModelRequest request() {
        return QUESTION;
    }

    @Test
    void wordsArriveWhileTheProviderIsStillWriting() throws Exception {
        CountDownLatch firstSeen = new CountDownLatch(1);
        CompletableFuture<Boolean> seenInTime = new CompletableFuture<>();
        loopback.play(exchange -> {
            WireFormat format = opened(exchange);
            exchange.send(format.text("Hel"));
            seenInTime.complete(firstSeen.await(10, TimeUnit.SECONDS));
            exchange.send(format.text("lo – é😀"));
            exchange.send(format.finish(WireFormat.End.COMPLETE));
            exchange.end();
        });
        Said said = new Said(piece -> firstSeen.countDown());

        ModelAnswer answer = provider(QUICK).answer(QUESTION, said, Cancellation.NEVER);

        assertThat(Loopback.soon(seenInTime)).isTrue();
        assertThat(said.text()).isEqualTo("Hello – é😀");
        assertThat(answer).isEqualTo(ModelAnswer.COMPLETE);
    }

    @Test
    void charactersSplitOverChunksStayWhole() throws Exception {
        loopback.play(exchange -> {
            WireFormat format = format();
            exchange.open(format.contentType());
            for (byte[] part : List.of(
                    format.begin(),
                    format.text("– é😀 "),
                    format.calls(List.of(CALL_A)),
                    format.finish(WireFormat.End.CALLS))) {
                for (byte one : part) {
                    exchange.send(new byte[] {one});
                }
            }
            exchange.end();
        });

        Said said = new Said();
        ModelAnswer answer = provider(QUICK).answer(QUESTION, said, Cancellation.NEVER);

        assertThat(said.text()).isEqualTo("– é😀 ");
        assertThat(answer.calls()).containsExactly(wanted(CALL_A));
    }

    @Test
    void severalCallsOfOneTurnComeTogether() throws Exception {
        plays(format -> List.of(
                format.text("I look."), format.calls(List.of(CALL_A, CALL_B)), format.finish(WireFormat.End.CALLS)));

        Said said = new Said();
        ModelAnswer answer = provider(QUICK).answer(QUESTION, said, Cancellation.NEVER);

        assertThat(answer.stop()).isEqualTo(Stop.CALLS);
        assertThat(answer.calls()).containsExactly(wanted(CALL_A), wanted(CALL_B));
        assertThat(said.text()).isEqualTo("I look.");
    }

    @Test
    void usageIsToldOnceAndCountedAsEverybodys() throws Exception {
        plays(format -> List.of(format.text("Hello"), format.finish(WireFormat.End.COMPLETE)));

        Said said = new Said();
        provider(QUICK).answer(QUESTION, said, Cancellation.NEVER);

        assertThat(said.bills).containsExactly(format().usage());
    }

    @Test
    void theRequestSaysEverything() throws Exception {
        CallId first = CallId.random();
        CallId second = CallId.random();
        plays(format -> List.of(format.text("Hello"), format.finish(WireFormat.End.COMPLETE)));
        ModelRequest request = new ModelRequest(
                "You are a test.",
                List.of(
                        new Turn.Asked("Ana", "What is in a?"),
                        new Turn.Said("I look."),
                        new Turn.Called(new ToolCall(first, "file_read", Map.of("path", "a.txt"))),
                        new Turn.Called(new ToolCall(second, "file_read", Map.of("path", "b.txt"))),
                        new Turn.Returned(first, Outcome.OK, "1  hello"),
                        new Turn.Returned(second, Outcome.DENIED, "A rule denies it."),
                        new Turn.Said("It says hello."),
                        new Turn.Asked("Ben", "And b?")),
                List.of(READ));

        provider(QUICK).answer(request, new Said(), Cancellation.NEVER);

        Loopback.Received received = loopback.received().getFirst();
        JsonNode body = HubJson.mapper().readTree(received.body());
        WireFormat format = format();
        assertThat(received.line()).isEqualTo(format.path());
        assertThat(received.headers().get(format.keyHeader().getKey()))
                .startsWith(format.keyHeader().getValue());
        assertThat(format.system(body)).startsWith("You are a test.");
        assertThat(format.tools(body))
                .singleElement()
                .asString()
                .startsWith("file_read ")
                .contains("\"path\"", "\"the file\"", "\"from\"", "[\"path\"]");
        assertThat(format.maxTokens(body)).isEqualTo(1234);
        assertThat(format.history(body).stream().map(line -> line.replace(" [cached]", "")))
                .containsExactly(
                        "user: Ana: What is in a?",
                        "assistant: I look.",
                        "call: file_read {\"path\":\"a.txt\"}",
                        "call: file_read {\"path\":\"b.txt\"}",
                        "result: 1  hello",
                        "result: A rule denies it.",
                        "assistant: It says hello.",
                        "user: Ben: And b?");
    }

    @Test
    void anInterruptedAnswerIsAskedToGoOn() throws Exception {
        plays(format -> List.of(format.text("lo"), format.finish(WireFormat.End.COMPLETE)));
        ModelRequest request =
                new ModelRequest("", List.of(new Turn.Asked("Ana", "Greet me."), new Turn.Said("Hel")), List.of());

        provider(QUICK).answer(request, new Said(), Cancellation.NEVER);

        JsonNode body = HubJson.mapper().readTree(loopback.received().getFirst().body());
        assertThat(format().history(body)).hasSize(3).last().asString().contains("Go on exactly where your text ends");
    }

    @Test
    void aCleanEndWithoutATerminalEventIsAFailure() {
        plays(format -> List.of(format.text("Hello")));

        Said said = new Said();
        ModelException failure = failure(provider(QUICK), said);

        assertThat(failure.reason()).contains("broke off");
        assertThat(failure.hint()).isNotBlank();
        assertThat(said.text()).isEqualTo("Hello");
        assertThat(said.bills).singleElement().satisfies(bill -> {
            assertThat(bill.estimated()).isTrue();
            assertThat(bill.input()).isPositive();
            assertThat(bill.output()).isPositive();
        });
    }

    @Test
    void aCleanEndInTheMiddleOfCallsIsAFailure() {
        plays(format -> List.of(format.text("I look."), format.calls(List.of(CALL_A))));

        assertThat(failure(provider(QUICK), new Said()).reason()).contains("broke off");
    }

    @Test
    void aCutConnectionIsAFailure() {
        CountDownLatch seen = new CountDownLatch(1);
        loopback.play(exchange -> {
            WireFormat format = opened(exchange);
            exchange.send(format.text("Hello"));
            seen.await(10, TimeUnit.SECONDS);
            exchange.cut();
        });

        Said said = new Said(_ -> seen.countDown());
        ModelException failure = failure(provider(QUICK), said);

        assertThat(failure.reason()).contains("broke off");
        assertThat(said.text()).isEqualTo("Hello");
        assertThat(said.bills).singleElement().extracting(Usage::estimated).isEqualTo(true);
    }

    @Test
    void aStopClosesTheConnection() throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        loopback.play(exchange -> {
            WireFormat format = opened(exchange);
            exchange.send(format.text("Hello"));
            closed.complete(exchange.closedWithin(Duration.ofSeconds(5)));
        });
        StopSignal stop = new StopSignal();
        Said said = new Said(_ -> stop.request());

        provider(QUICK).answer(QUESTION, said, stop);

        assertThat(Loopback.soon(closed)).isTrue();
        assertThat(said.bills).singleElement().extracting(Usage::estimated).isEqualTo(true);
    }

    @Test
    void aStopClosesAConnectionOnWhichNothingCameYet() throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        StopSignal stop = new StopSignal();
        loopback.play(exchange -> {
            stop.request();
            closed.complete(exchange.closedWithin(Duration.ofSeconds(5)));
        });

        provider(QUICK).answer(QUESTION, new Said(), stop);

        assertThat(Loopback.soon(closed)).isTrue();
    }

    @Test
    void silenceIsAFailureThatClosesTheConnection() throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        loopback.play(exchange -> {
            WireFormat format = opened(exchange);
            exchange.send(format.text("Hello"));
            closed.complete(exchange.closedWithin(Duration.ofSeconds(15)));
        });

        Said said = new Said();
        ModelException failure = failure(provider(silence(Duration.ofMillis(400))), said);

        assertThat(failure.reason()).contains("stopped answering: nothing came for 400 ms");
        assertThat(Loopback.soon(closed)).isTrue();
        assertThat(said.text()).isEqualTo("Hello");
    }

    @Test
    void aSlowStreamIsWaitedFor() throws Exception {
        loopback.play(exchange -> {
            WireFormat format = opened(exchange);
            for (int i = 0; i < 8; i++) {
                exchange.send(format.text("w"));
                exchange.closedWithin(Duration.ofMillis(150));
            }
            exchange.send(format.finish(WireFormat.End.COMPLETE));
            exchange.end();
        });

        Said said = new Said();
        provider(silence(Duration.ofMillis(900))).answer(QUESTION, said, Cancellation.NEVER);

        assertThat(said.text()).isEqualTo("wwwwwwww");
    }

    @Test
    void aConnectionThatStaysOpenAfterTheEndHoldsNobodyUp() throws Exception {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        loopback.play(exchange -> {
            WireFormat format = opened(exchange);
            exchange.send(format.text("Hello"));
            exchange.send(format.finish(WireFormat.End.COMPLETE));
            closed.complete(exchange.closedWithin(Duration.ofSeconds(10)));
        });

        Said said = new Said();
        ModelAnswer answer = provider(silence(Duration.ofSeconds(15))).answer(QUESTION, said, Cancellation.NEVER);

        assertThat(answer).isEqualTo(ModelAnswer.COMPLETE);
        assertThat(said.bills).containsExactly(format().usage());
        assertThat(Loopback.soon(closed)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(StatusThatPasses.class)
    void aRefusalThatPassesIsTriedAgainWhenTheProviderSays(StatusThatPasses status) throws Exception {
        loopback.play(
                exchange -> exchange.refuse(
                        status.code,
                        Map.of("Retry-After", "1"),
                        format().refused(WireFormat.Refusal.BUSY).body()),
                complete(format -> List.of(format.text("Hello"), format.finish(WireFormat.End.COMPLETE))));

        Said said = new Said();
        provider(QUICK).answer(QUESTION, said, Cancellation.NEVER);

        List<Loopback.Received> received = loopback.received();
        assertThat(received).hasSize(2);
        assertThat(Duration.ofNanos(received.get(1).at() - received.get(0).at()))
                .isGreaterThan(Duration.ofMillis(990));
        assertThat(said.text()).isEqualTo("Hello");
        assertThat(said.bills).containsExactly(format().usage());
    }

    enum StatusThatPasses {
        TOO_MANY(429),
        OVERLOADED(529),
        UNAVAILABLE(503);

        private final int code;

        StatusThatPasses(int code) {
            this.code = code;
        }
    }

    @Test
    void whoIsRefusedTooOftenIsTold() {
        loopback.play(exchange -> exchange.refuse(
                503, Map.of(), format().refused(WireFormat.Refusal.BUSY).body()));

        Said said = new Said();
        ModelException failure = failure(provider(QUICK), said);

        assertThat(failure.reason()).contains("busy");
        assertThat(loopback.received()).hasSize(3);
        assertThat(said.bills).isEmpty();
    }

    @Test
    void aWaitThatIsTooLongIsLeftToThePerson() {
        loopback.play(exchange -> exchange.refuse(
                429,
                Map.of("Retry-After", "3600"),
                format().refused(WireFormat.Refusal.BUSY).body()));

        ModelException failure = failure(provider(QUICK), new Said());

        assertThat(failure.hint()).contains("3600 s");
        assertThat(loopback.received()).hasSize(1);
    }

    @Test
    void aStopEndsTheWaitForTheNextAttempt() throws Exception {
        StopSignal stop = new StopSignal();
        loopback.play(exchange -> {
            exchange.refuse(
                    429,
                    Map.of("Retry-After", "4"),
                    format().refused(WireFormat.Refusal.BUSY).body());
            exchange.closedWithin(Duration.ofSeconds(2));
            stop.request();
        });
        long before = System.nanoTime();

        provider(QUICK).answer(QUESTION, new Said(), stop);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
        assertThat(loopback.received()).hasSize(1);
    }

    @Test
    void refusalsBecomeSentences() {
        Map<WireFormat.Refusal, String> sentences = Map.of(
                WireFormat.Refusal.BAD_KEY, "does not accept the key",
                WireFormat.Refusal.NO_MODEL,
                        "has no model \"" + format().usage().model() + "\"",
                WireFormat.Refusal.TOO_LONG, "The conversation is too long",
                WireFormat.Refusal.QUOTA, "has used up its credit or its quota");
        sentences.forEach((refusal, sentence) -> {
            WireFormat.Refused refused = format().refused(refusal);
            loopback.play(exchange -> exchange.refuse(refused.status(), Map.of(), refused.body()));

            Said said = new Said();
            ModelException failure = failure(provider(QUICK), said);

            assertThat(failure.reason()).as(refusal.name()).contains(sentence).contains("It says: ");
            assertThat(failure.reason()).doesNotContain(format().keyHeader().getValue());
            assertThat(failure.hint()).isNotBlank();
            assertThat(said.bills).isEmpty();
        });
    }

    @Test
    void anErrorInTheMiddleOfTheStreamIsAFailure() {
        plays(format -> List.of(format.text("Hello"), format.midstreamError()));

        Said said = new Said();
        ModelException failure = failure(provider(QUICK), said);

        assertThat(failure.reason())
                .contains(format().settings(loopback.address()).provider().title())
                .contains("It says: ");
        assertThat(failure.reason()).doesNotContain("broke off");
        assertThat(said.text()).isEqualTo("Hello");
    }

    @Test
    void aRefusalOfTheModelIsToldAsOne() {
        assumeTrue(format().refuses(), "its models can't");
        plays(format -> List.of(format.text("I"), format.finish(WireFormat.End.REFUSED)));

        assertThat(failure(provider(QUICK), new Said()).reason()).contains("refused to answer");
    }

    @Test
    void anAnswerThatHasNoMoreRoomIsToldAsOne() throws Exception {
        plays(format -> List.of(format.text("Once upon"), format.finish(WireFormat.End.LENGTH)));

        Said said = new Said();
        ModelAnswer answer = provider(QUICK).answer(QUESTION, said, Cancellation.NEVER);

        assertThat(answer).isEqualTo(ModelAnswer.CUT);
        assertThat(said.bills).containsExactly(format().usage());
    }

    @Test
    void aServerThatIsNotThereIsToldWithItsAddress() throws Exception {
        String address = loopback.address().toString();
        loopback.close();

        ModelException failure = failure(provider(QUICK), new Said());

        assertThat(failure.reason()).contains("can't be reached at " + address);
    }

    @Test
    void itsNameSaysWhichModelOfWhom() {
        assertThat(provider(QUICK).name())
                .contains(format().usage().model())
                .contains(format().settings(loopback.address()).provider().title());
    }

    interface Parts {
        List<byte[]> of(WireFormat format);
    }

    void plays(Parts parts) {
        loopback.play(complete(parts));
    }

    private Loopback.Play complete(Parts parts) {
        return exchange -> {
            WireFormat format = opened(exchange);
            for (byte[] part : parts.of(format)) {
                exchange.send(part);
            }
            exchange.end();
        };
    }

    private WireFormat opened(Loopback.Exchange exchange) throws Exception {
        WireFormat format = format();
        exchange.open(format.contentType());
        exchange.send(format.begin());
        return format;
    }

    ProviderModel provider(Patience patience) {
        return new ProviderModel(
                format().settings(loopback.address()).withMaxTokens(1234).with(patience));
    }

    private static Patience silence(Duration time) {
        return new Patience(time, Duration.ofSeconds(25), 0, Duration.ofMillis(20), Duration.ofSeconds(5));
    }

    static ModelException failure(Model model, TextSink sink) {
        try {
            ModelAnswer answer = model.answer(QUESTION, sink, Cancellation.NEVER);
            throw new AssertionError("it answered: " + answer);
        } catch (ModelException e) {
            return e;
        }
    }

    private static WantedCall wanted(WireFormat.Call call) {
        return new WantedCall(call.tool(), call.arguments());
    }

    /// What was written and billed.
    static final class Said implements TextSink {
        final List<String> pieces = new CopyOnWriteArrayList<>();
        final List<Usage> bills = new CopyOnWriteArrayList<>();
        private final @Nullable TextSink then;

        Said() {
            this(null);
        }

        Said(@Nullable TextSink then) {
            this.then = then;
        }

        @Override
        public void write(String piece) {
            if (!piece.isEmpty()) {
                pieces.add(piece);
                if (then != null) {
                    then.write(piece);
                }
            }
        }

        @Override
        public void used(Usage usage) {
            bills.add(usage);
        }

        String text() {
            return String.join("", pieces);
        }
    }
}
