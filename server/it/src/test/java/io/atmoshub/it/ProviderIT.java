package io.atmoshub.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.model.ConnectionTest;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.model.ProviderChange;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.testing.Await;
import io.atmoshub.hub.testing.Follower;
import io.atmoshub.hub.usage.UsageSum;
import io.atmoshub.providers.AnthropicFormat;
import io.atmoshub.providers.Loopback;
import io.atmoshub.providers.WireFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hub that was started with a key in its environment, and a provider that speaks Anthropic's format.
class ProviderIT {
    private static final String KEY = "sk-ant-of-the-environment-1234";

    @TempDir
    static Path data;

    private static Loopback provider;
    private static TestHub running;
    private static HubOverHttp hub;

    @BeforeAll
    static void start() throws IOException {
        provider = new Loopback();
        running = TestHub.start(
                data,
                Map.of(
                        "ATMOS_HUB_ANTHROPIC_API_KEY",
                        KEY,
                        "ATMOS_HUB_ANTHROPIC_BASE_URL",
                        provider.address().toString(),
                        "ATMOS_HUB_ANTHROPIC_MODEL",
                        "claude-sonnet-4-20250514",
                        "ATMOS_HUB_DEFAULT_MODEL",
                        "anthropic"));
        hub = HubOverHttp.withToken(URI.create(running.address()), running.adminToken());
    }

    @AfterAll
    static void stop() throws IOException {
        hub.close();
        running.close();
        provider.close();
    }

    @Test
    void aKeyInTheEnvironmentIsEnough() throws Exception {
        provider.play(
                playing(format -> List.of(
                        format.text("Let me look. "),
                        format.calls(List.of(new WireFormat.Call("file_list", Map.of()))),
                        format.finish(WireFormat.End.CALLS))),
                playing(format -> List.of(
                        format.text("There "), format.text("are stacks."), format.finish(WireFormat.End.COMPLETE))));
        Session session = TestHub.newSession(hub);
        var seen = new Follower();

        try (var following = hub.sessions().follow(session.id(), 0, seen)) {
            assertThat(following).isNotNull();
            hub.sessions().say(session.id(), Message.of("What is in here?"));
            seen.awaitRuns(1);
        }

        assertThat(happened(session, Happening.RunStarted.class))
                .singleElement()
                .extracting(Happening.RunStarted::assistant)
                .isEqualTo("claude-sonnet-4-20250514 (Anthropic)");
        assertThat(happened(session, Happening.ToolFinished.class))
                .singleElement()
                .extracting(Happening.ToolFinished::outcome)
                .isEqualTo(Outcome.OK);
        assertThat(happened(session, Happening.AssistantText.class))
                .extracting(Happening.AssistantText::text)
                .containsExactly("Let me look. ", "There are stacks.");
        assertThat(provider.received())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.headers()).containsEntry("x-api-key", KEY));
        UsageSum used = hub.usages().session(session.id());
        assertThat(used.calls()).isEqualTo(2);
        assertThat(used.input()).isEqualTo(24);
        assertThat(used.cached()).isEqualTo(8_000);
        assertThat(used.cacheCreation()).isEqualTo(600);
        assertThat(used.output()).isEqualTo(112);
        assertThat(used.cost()).isEqualByComparingTo("0.006402");
        assertThat(used.estimated()).isZero();
        assertThat(used.firstWordMillis()).isNotNull();
    }

    @Test
    void aStopReachesTheProviderWithin200Milliseconds() throws Exception {
        var closedAt = new CompletableFuture<Long>();
        var writing = new CompletableFuture<Void>();
        provider.play(exchange -> {
            var format = new AnthropicFormat();
            exchange.open(format.contentType());
            exchange.send(format.begin());
            exchange.send(format.text("I begin"));
            writing.complete(null);
            exchange.closedWithin(Duration.ofSeconds(20));
            closedAt.complete(System.nanoTime());
        });
        Session session = TestHub.newSession(hub);
        hub.sessions().say(session.id(), Message.of("A long story, please."));
        writing.get(20, TimeUnit.SECONDS);

        hub.account().me();
        long stopped = System.nanoTime();
        hub.sessions().stop(session.id());

        long took = TimeUnit.NANOSECONDS.toMillis(closedAt.get(20, TimeUnit.SECONDS) - stopped);
        assertThat(took)
                .as("milliseconds from the stop to the closed connection")
                .isLessThan(200);
        Await.until(
                "the bill of what was stopped",
                () -> hub.usages().session(session.id()).estimated() == 1);
        assertThat(hub.usages().session(session.id()).output()).isPositive();
    }

    @Test
    void whatFailsSaysWhyAndWhatToDo() throws Exception {
        provider.play(exchange -> {
            WireFormat.Refused refused = new AnthropicFormat().refused(WireFormat.Refusal.BAD_KEY);
            exchange.refuse(refused.status(), Map.of(), refused.body());
        });
        Session session = TestHub.newSession(hub);
        var seen = new Follower();

        try (var following = hub.sessions().follow(session.id(), 0, seen)) {
            assertThat(following).isNotNull();
            hub.sessions().say(session.id(), Message.of("Anybody?"));
            seen.awaitRuns(1);
        }

        assertThat(happened(session, Happening.RunFailed.class)).singleElement().satisfies(failed -> {
            assertThat(failed.reason()).contains("Anthropic").doesNotContain(KEY);
            assertThat(failed.hint()).isNotBlank();
        });
        ConnectionTest test = hub.models().test("anthropic");
        assertThat(test.ok()).isFalse();
        assertThat(test.sentence()).contains("Anthropic").doesNotContain(KEY);
    }

    @Test
    void aModelIsSwitchedInTheMiddleOfASession() throws Exception {
        provider.play(playing(format -> List.of(format.text("I am a model."), format.finish(WireFormat.End.COMPLETE))));
        Session session = TestHub.newSession(hub);
        var seen = new Follower();

        try (var following = hub.sessions().follow(session.id(), 0, seen)) {
            assertThat(following).isNotNull();
            hub.sessions().say(session.id(), Message.of("Who are you?"));
            seen.awaitRuns(1);
            hub.sessions().choose(session.id(), ModelRef.BUILT_IN);
            hub.sessions().say(session.id(), Message.of("And now?"));
            seen.awaitRuns(2);
        }

        assertThat(happened(session, Happening.RunStarted.class))
                .extracting(Happening.RunStarted::assistant)
                .containsExactly("claude-sonnet-4-20250514 (Anthropic)", "Built-in assistant");
    }

    @Test
    void anAdminConnectsAProviderWhileTheHubRuns() {
        provider.play(playing(format -> List.of(format.text("OK"), format.finish(WireFormat.End.COMPLETE))));

        ConnectionTest test = hub.models().test("anthropic");
        assertThat(test).isEqualTo(new ConnectionTest(true, test.sentence(), ""));
        assertThat(test.sentence()).startsWith("claude-sonnet-4-20250514 (Anthropic) answered in");

        hub.models()
                .set(
                        "ollama",
                        new ProviderChange(
                                true, null, provider.address().toString(), null, List.of("llama3"), null, 4096, 60, 0));
        assertThat(hub.models().offered())
                .extracting(offer -> offer.ref().value())
                .startsWith("anthropic/claude-sonnet-4-20250514")
                .contains("ollama/llama3");
    }

    private interface Speech {
        List<byte[]> of(WireFormat format);
    }

    private static Loopback.Play playing(Speech speech) {
        return exchange -> {
            var format = new AnthropicFormat();
            exchange.open(format.contentType());
            exchange.send(format.begin());
            for (byte[] piece : speech.of(format)) {
                exchange.send(piece);
            }
            exchange.end();
        };
    }

    private static <T extends Happening> List<T> happened(Session session, Class<T> kind) {
        return hub.sessions().events(session.id(), 0, 100).stream()
                .map(event -> event.what())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
