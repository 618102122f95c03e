package io.atmoshub.cli.ai;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.Played;
import io.atmoshub.cli.WithHub;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.session.Activity;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionFilter;
import io.atmoshub.hub.session.Sessions;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.testing.Await;
import io.atmoshub.hub.token.Scope;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Asking a hub's assistant from the terminal.
class AskTest extends WithHub {
    private Sessions ana;

    @BeforeEach
    void anaIsLoggedIn() {
        logIn("ana", Scope.READ, Scope.CHAT);
        ana = hub.as("ana").sessions();
    }

    @Test
    void theAnswerIsTheResultAndToolsAreNot() {
        var played = play();

        assertThat(played.run("ai", "ask", "please", "list", "stacks")).isZero();

        assertThat(played.out()).isEqualTo("There are two stacks:\n\n- `dev`\n- `prod`\n\n");
        assertThat(played.err()).contains("Search for `stacks/**`", "2 files", "Session " + only().id());
        assertThat(only().visibility()).isEqualTo(Visibility.PRIVATE);
    }

    @Test
    void aQuestionComesFromStandardInputToo() {
        var played = play().input("what is\nthis?\n");

        assertThat(played.run("ai", "ask", "-")).isZero();
        assertThat(played.out()).contains("what is\nthis?");
        assertThat(play().input("piped").run("ai", "ask")).isZero();
        assertThat(play().input("").run("ai", "ask")).isEqualTo(1);
        assertThat(play().input("x".repeat(40_000)).run("ai", "ask", "-")).isEqualTo(1);
    }

    @Test
    void aSessionIsContinued() {
        play().run("ai", "ask", "hello");
        Session session = only();

        assertThat(play().run("ai", "ask", "--session", "last", "more")).isZero();
        assertThat(play().run("ai", "ask", "-s", session.id().toString(), "even more"))
                .isZero();
        assertThat(play().run("ai", "ask", "-s", session.id().toString().substring(0, 8), "most"))
                .isZero();

        assertThat(ana.events(session.id(), 0, 100))
                .filteredOn(e -> e.what() instanceof Happening.UserMessage)
                .hasSize(4);
        assertThat(play().run("ai", "ask", "-s", "ffffffff", "nobody")).isEqualTo(1);
    }

    @Test
    void anAgentIsChosenForWhatFollows() {
        assertThat(play().run("ai", "ask", "--agent", "stack-analyzer", "hello"))
                .isZero();

        assertThat(ana.events(only().id(), 0, 100))
                .extracting(SessionEvent::what)
                .startsWith(new Happening.AgentChosen("stack-analyzer", "Stack Analyzer"));
        var played = play();
        assertThat(played.run("ai", "ask", "-s", "last", "--agent", "nobody", "hello"))
                .isEqualTo(1);
        assertThat(played.err()).contains("There is no agent \"nobody\"");
    }

    @Test
    void withManyProjectsItAsksWhich() {
        hub.withProject("other", "/srv/other");
        var played = play();

        assertThat(played.run("ai", "ask", "hello")).isEqualTo(1);

        assertThat(played.err()).contains("--project", "\"acme\"", "\"other\"");
        assertThat(play().run("ai", "ask", "--project", "other", "hello")).isZero();
        assertThat(only().projectName().value()).isEqualTo("other");
        assertThat(play().run("ai", "ask", "--project", "none", "hello")).isEqualTo(1);
    }

    @Test
    void jsonIsOneEventALine() {
        var played = play();

        assertThat(played.run("ai", "ask", "--json", "hello")).isZero();

        List<SessionEvent> events = played.out()
                .lines()
                .map(line -> HubJson.read(line, SessionEvent.class))
                .toList();
        assertThat(events.getFirst().what()).isInstanceOf(Happening.UserMessage.class);
        assertThat(events.getLast().what()).isInstanceOf(Happening.RunFinished.class);
        assertThat(played.err()).isEmpty();
    }

    @Test
    void aFailedRunSaysWhyAndExits1() {
        var played = play();

        assertThat(played.run("ai", "ask", "please fail")).isEqualTo(1);

        assertThat(played.err()).contains("The provider closed the stream.", "Ask again.");
    }

    @Test
    void aKeyAllowsOnce() {
        var played = play().pressing("xa");

        assertThat(played.run("ai", "ask", "write it")).isZero();

        assertThat(played.err()).contains("The assistant asks: Write `notes.md`", "+ # Notes", "Allowed once.");
        assertThat(played.out()).isEqualTo("Written.\n");
    }

    @Test
    void aKeyDenies() {
        var played = play().pressing("d");

        assertThat(played.run("ai", "ask", "write it")).isZero();

        assertThat(played.out()).isEqualTo("Then I leave it.\n");
    }

    @Test
    void whoMayNotAllowAlwaysIsAskedAgain() {
        var played = play().pressing("wa");

        assertThat(played.run("ai", "ask", "write it")).isZero();

        assertThat(played.err()).contains("may not give this answer", "Allowed once.");
    }

    @Test
    void withNobodyThereItSaysHowToAnswer() {
        var played = play();

        assertThat(played.run("ai", "ask", "write it")).isEqualTo(1);

        assertThat(played.err()).contains("waits for an approval", "atmos ai follow " + only().id());
        assertThat(only().activity()).isEqualTo(Activity.WAITING);
    }

    @Test
    void anAnswerFromElsewhereGoesOn() throws Exception {
        var answered = new CountDownLatch(1);
        var played = play();
        hub.assistant().when(text -> text.equals("ask somebody"), stage -> {
            stage.say(stage.askToWrite("a.md", null, "a") ? "They said yes." : "They said no.");
            answered.countDown();
        });
        var asking = CompletableFuture.supplyAsync(() -> play().run("ai", "ask", "--shared", "ask somebody"));
        Happening.ApprovalAsked asked = Await.some(
                "the question",
                () -> sessions().stream()
                        .flatMap(s -> ana.events(s.id(), 0, 100).stream())
                        .map(SessionEvent::what)
                        .filter(Happening.ApprovalAsked.class::isInstance)
                        .map(Happening.ApprovalAsked.class::cast)
                        .findFirst());
        assertThat(asking.get(20, TimeUnit.SECONDS)).isEqualTo(1);

        hub.as("ada")
                .sessions()
                .answer(only().id(), new Answer(asked.call(), asked.fingerprint(), Choice.ALLOW_ONCE, null));

        assertThat(answered.await(20, TimeUnit.SECONDS)).isTrue();
        Await.until("idle", () -> only().activity() == Activity.IDLE);
        assertThat(played.run("ai", "sessions", "show", "last")).isZero();
        assertThat(played.out()).contains("allowed by Ada Berg", "They said yes.");
    }

    @Test
    void interruptingStopsTheRun() throws Exception {
        var never = new CountDownLatch(1);
        hub.assistant().when(text -> text.equals("slowly"), stage -> {
            stage.write("Half");
            while (!never.await(10, TimeUnit.MILLISECONDS)) {
                stage.write(".");
            }
        });
        var played = play();
        var asking = CompletableFuture.supplyAsync(() -> played.run("ai", "ask", "slowly"));
        Await.until("the half", () -> played.out().contains("Half"));

        played.interrupt();

        assertThat(asking.get(20, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(played.err()).contains("Stopped.");
        assertThat(ana.events(only().id(), 0, 100)).anyMatch(e -> e.what() instanceof Happening.RunCancelled);
    }

    @Test
    void nothingForeignSteersTheTerminal() {
        hub.assistant()
                .when(
                        text -> text.equals("evil"),
                        stage -> stage.say("\u001b]0;owned\u0007red\u001b[31m \u202egnp.exe\u009b2J\r"));
        var played = play().coloured();
        var session = ana.create(new NewSession(hub.project("acme").id(), null, Visibility.PRIVATE));
        ana.say(session.id(), Message.of("evil"));

        assertThat(played.run("ai", "ask", "evil")).isZero();
        assertThat(played.out())
                .contains("red")
                .doesNotContain("\u001b]", "\u001b[31m", "\u0007", "\u202e", "\u009b", "\r");
        for (String[] command : new String[][] {
            {"ai", "sessions", "show", "last"},
            {"ai", "sessions", "show", "last", "--json"},
            {"ai", "ask", "--json", "evil"}
        }) {
            assertThat(played.run(command)).isZero();
            assertThat(played.out())
                    .contains("red")
                    .doesNotContain("\u001b]", "\u001b[31m", "\u0007", "\u202e", "\u009b", "\r");
        }
    }

    @Test
    void sessionsAreListedShownAndDeleted() {
        play().run("ai", "ask", "hello there");
        var played = play();

        assertThat(played.run("ai", "sessions", "list")).isZero();
        assertThat(played.out()).contains(only().id().toString().substring(0, 8), "hello there", "acme", "Ana Lima");
        assertThat(played.run("ai", "sessions", "list", "--json")).isZero();
        assertThat(HubJson.read(played.out(), Session[].class)).hasSize(1);
        assertThat(played.run("ai", "sessions", "show", "last")).isZero();
        assertThat(played.out()).contains("hello there\n", "Ana Lima:", "You said: hello there");
        assertThat(played.run("ai", "sessions", "delete", "last")).isEqualTo(2);
        assertThat(play().pressing("n").run("ai", "sessions", "delete", "last")).isEqualTo(1);
        assertThat(sessions()).hasSize(1);
        assertThat(play().pressing("y").run("ai", "sessions", "delete", "last")).isZero();
        assertThat(sessions()).isEmpty();
        assertThat(played.run("ai", "sessions", "list")).isZero();
        assertThat(played.err()).contains("No sessions");
    }

    @Test
    void anotherPersonsSessionDoesNotExist() {
        var bens = hub.as("ben")
                .sessions()
                .create(new NewSession(hub.project("acme").id(), null, Visibility.PRIVATE));

        assertThat(play().run("ai", "sessions", "show", bens.id().toString())).isEqualTo(1);
        assertThat(play().run("ai", "sessions", "delete", "--yes", bens.id().toString()))
                .isEqualTo(1);
    }

    @Test
    void followingShowsWhatHappensAndAnswers() throws Exception {
        assertThat(play().run("ai", "ask", "write it")).isEqualTo(1);
        Session session = only();
        Played played = play().pressing("a");
        var following = CompletableFuture.supplyAsync(() -> played.run("ai", "follow", "last"));
        Await.until("the end of the answer", () -> played.out().contains("Written."));

        ana.delete(session.id());

        assertThat(following.get(20, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(played.err()).contains("Allowed once.", "There is no session");
    }

    private List<Session> sessions() {
        return ana.list(SessionFilter.ALL, PageRequest.first(10)).items();
    }

    private Session only() {
        return Optional.of(sessions())
                .filter(all -> all.size() == 1)
                .orElseThrow()
                .getFirst();
    }
}
