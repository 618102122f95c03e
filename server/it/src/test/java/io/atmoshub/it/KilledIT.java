package io.atmoshub.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.session.Happening.ApprovalAsked;
import io.atmoshub.hub.session.Happening.FileWritten;
import io.atmoshub.hub.session.Happening.RunCancelled;
import io.atmoshub.hub.session.Happening.RunFinished;
import io.atmoshub.hub.session.Happening.ToolFinished;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.Sessions;
import io.atmoshub.server.launcher.HubProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The plug is pulled in the middle of an answer and of a waiting approval, while two people watch in their
/// browsers, one of them in a terminal too, and a program over HTTP. All of them stay where they are.
@ExtendWith(Chromium.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ANAS_PASSWORD = "ana has a long password";
    private static final List<String> NOTES = new ArrayList<>();

    @TempDir
    static Path data;

    @TempDir
    static Path home;

    private static TestHub running;
    private static Hub hub;
    private static Session waiting;
    private static Session answering;
    private static Watchers his;
    private static Watchers hers;
    private static Terminal atmos;
    private static Command follow;

    /// One person's browser with both sessions open.
    private record Watchers(Page waiting, Page answering) {
        static Watchers signedIn(Browser browser, String login, String password) {
            Page first = Page.signedIn(browser, running.address(), login, password);
            Page second = first.tab();
            first.open("/chat/" + KilledIT.waiting.id());
            second.open("/chat/" + KilledIT.answering.id());
            return new Watchers(first, second);
        }

        List<Page> both() {
            return List.of(waiting, answering);
        }
    }

    @BeforeAll
    static void everybodyWatches(Browser browser) throws Exception {
        // A page whose server was killed takes some seconds to find it again.
        PlaywrightAssertions.setDefaultAssertionTimeout((double) SOON.toMillis());
        running = TestHub.start(data);
        hub = HubOverHttp.withToken(URI.create(running.address()), running.adminToken());
        waiting = TestHub.newSession(hub);
        answering = TestHub.newSession(hub);
        Visitor ana = running.admin().colleague("ana", "MEMBER", ANAS_PASSWORD);
        his = Watchers.signedIn(browser, "admin", TestHub.ADMIN_PASSWORD);
        hers = Watchers.signedIn(browser, "ana", ANAS_PASSWORD);
        atmos = new Terminal(home);
        var login = atmos.run(ana.token("READ", "CHAT"), "hub", "login", running.address(), "--token-stdin");
        assertThat(login.code()).as(login.all()).isZero();
        follow = atmos.begin("ai", "follow", waiting.id().toString());
    }

    @AfterAll
    static void leave() {
        follow.close();
        his.waiting().close();
        hers.waiting().close();
        running.close();
    }

    @Order(1)
    @ParameterizedTest
    @EnumSource
    void whoeverWatchesMissesNothingAndSeesNothingTwice(HubProcess.Part part) throws Exception {
        String note = "docs/%s.md".formatted(part.name().toLowerCase(Locale.ROOT));
        NOTES.add("Write a note \"Deploy at six.\" to " + note);
        var onWaiting = new Watcher();
        var onAnswering = new Watcher();
        long beforeWaiting = hub.sessions().get(waiting.id()).lastSeq();
        long beforeAnswering = hub.sessions().get(answering.id()).lastSeq();
        for (Watchers one : List.of(his, hers)) {
            one.both().forEach(Page::leaveMark);
        }
        try (var _ = hub.sessions().follow(waiting.id(), beforeWaiting, onWaiting);
                var _ = hub.sessions().follow(answering.id(), beforeAnswering, onAnswering)) {
            hers.waiting().ask(NOTES.getLast());
            assertThat(his.waiting().button("Allow once")).isVisible();
            onWaiting.await(ApprovalAsked.class, SOON);
            follow.await(note, SOON);
            try (var asked = atmos.begin(
                    "ai",
                    "ask",
                    "What is in this project?",
                    "--session",
                    answering.id().toString())) {
                onAnswering.await(ToolFinished.class, SOON);
                onAnswering.awaitMoreText(SOON);

                running.pullThePlugOf(part);
                assertThat(onAnswering.ended())
                        .as("the plug was pulled too late")
                        .isEmpty();
                running = running.again();

                for (Watchers one : List.of(his, hers)) {
                    one.both().forEach(Page::awaitNewPage);
                }
                assertThat(hers.waiting().text("You can see this, but not answer it."))
                        .isVisible();
                his.waiting().button("Allow once").click();
                assertThat(onWaiting.await(FileWritten.class, SOON).path()).isEqualTo(note);
                assertThat(onWaiting.awaitEnd(SOON)).isInstanceOf(RunFinished.class);
                var end = onAnswering.awaitEnd(SOON);
                assertThat(end).isNotInstanceOf(RunCancelled.class);
                assertThat(asked.exitCode(SOON)).as(asked.printed()).isEqualTo(end instanceof RunFinished ? 0 : 1);
                assertThat(asked.printed()).containsOnlyOnce("Read `ATMOS.md`");
            }
        }
        assertThat(onWaiting.events()).isEqualTo(log(waiting, beforeWaiting));
        assertThat(onAnswering.events()).isEqualTo(log(answering, beforeAnswering));
        Watcher.assertNumberedFrom(beforeWaiting + 1, onWaiting.events());
        Watcher.assertNumberedFrom(beforeAnswering + 1, onAnswering.events());
        everyPageShowsWhatIsInTheLog();
        theTerminalToldOfEachNoteOnceAndInOrder(note);
    }

    @Order(2)
    @Test
    void toldToStopItLeavesNoProcessAndNothingToRepair() throws Exception {
        List<ProcessHandle> parts = running.parts();

        assertThat(running.process().stop()).isZero();

        assertThat(parts).hasSize(3).noneMatch(ProcessHandle::isAlive);
        assertThat(running.process().data().resolve("postgres-data/postmaster.pid"))
                .doesNotExist();
        follow.interrupt();
        assertThat(follow.exitCode(SOON)).isEqualTo(130);
    }

    private static List<SessionEvent> log(Session session, long after) {
        return hub.sessions().events(session.id(), after, Sessions.MOST_EVENTS);
    }

    private static void everyPageShowsWhatIsInTheLog() {
        for (Watchers one : List.of(his, hers)) {
            assertThat(one.waiting().all(".said")).hasText(NOTES.toArray(String[]::new));
            assertThat(one.waiting().text("Allowed by Administrator")).hasCount(NOTES.size());
            assertThat(one.answering().all(".said")).hasCount(NOTES.size());
            for (Page page : one.both()) {
                assertThat(page.all(".turn.working")).hasCount(0);
                String lived = page.transcript();
                page.open(page.url());
                assertThat(page.transcript()).as("loaded anew").isEqualTo(lived);
            }
        }
    }

    private static void theTerminalToldOfEachNoteOnceAndInOrder(String last) {
        follow.await("wrote " + last, SOON);
        String told = follow.printed();
        List<String> said = NOTES.stream().map(note -> "Ana:\n" + note + "\n").toList();
        assertThat(told).containsSubsequence(said);
        said.forEach(message -> assertThat(told).containsOnlyOnce(message));
    }
}
