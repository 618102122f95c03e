package io.atmoshub.hub.testing;

import static io.atmoshub.hub.ErrorCode.INVALID_INPUT;
import static io.atmoshub.hub.ErrorCode.NOT_ALLOWED;
import static io.atmoshub.hub.ErrorCode.NOT_FOUND;
import static io.atmoshub.hub.ErrorCode.TOO_LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.Activity;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.AgentOffer;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionFilter;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What {@link io.atmoshub.hub.session.Sessions} promises, but for following and answering, which have
/// contracts of their own.
public abstract class SessionsContract extends Contract {
    @Test
    void aNewSessionIsItsOwnersAndIdle() {
        Session made = session(ana, Visibility.PRIVATE);

        Session seen = ana.sessions().get(made.id());

        assertThat(seen).isEqualTo(made);
        assertThat(seen.ownerId()).isEqualTo(ana.account().me().person().id());
        assertThat(seen.projectId()).isEqualTo(fixture.project());
        assertThat(seen.activity()).isEqualTo(Activity.IDLE);
        assertThat(seen.waitingForMe()).isFalse();
    }

    @Test
    void aPrivateSessionIsNotFoundByAnybodyElse() {
        SessionId id = session(ana, Visibility.PRIVATE).id();
        for (Hub other : new Hub[] {ben, vic, ada, admin}) {
            var sessions = other.sessions();
            assertRefused(NOT_FOUND, () -> sessions.get(id));
            assertRefused(NOT_FOUND, () -> sessions.events(id, 0, 10));
            assertRefused(NOT_FOUND, () -> sessions.follow(id, 0, new Follower()));
            assertThat(all(50, page -> sessions.list(SessionFilter.ALL, page)))
                    .extracting(Session::id)
                    .doesNotContain(id);
        }
        for (Hub other : new Hub[] {ben, ada, admin}) {
            var sessions = other.sessions();
            assertRefused(NOT_FOUND, () -> sessions.say(id, Message.of("hello")));
            assertRefused(NOT_FOUND, () -> sessions.rename(id, new SessionName("mine")));
            assertRefused(NOT_FOUND, () -> sessions.share(id, Visibility.SHARED));
            assertRefused(NOT_FOUND, () -> sessions.stop(id));
            assertRefused(NOT_FOUND, () -> sessions.delete(id));
        }
    }

    @Test
    void aSharedSessionIsSeenByAll() {
        SessionId id = session(ana, Visibility.SHARED).id();

        for (Hub other : new Hub[] {ben, vic, ada, admin}) {
            assertThat(other.sessions().get(id).id()).isEqualTo(id);
        }
    }

    @Test
    void viewersReadAlongAndNoMore() {
        SessionId id = session(ana, Visibility.SHARED).id();

        assertRefused(
                NOT_ALLOWED, () -> vic.sessions().create(new NewSession(fixture.project(), null, Visibility.PRIVATE)));
        assertRefused(NOT_ALLOWED, () -> vic.sessions().say(id, Message.of("hello")));
        assertRefused(NOT_ALLOWED, () -> vic.sessions().stop(id));
    }

    @Test
    void onlyTheOwnerAndAdminsChangeASharedSession() {
        SessionId id = session(ana, Visibility.SHARED).id();

        for (Hub other : new Hub[] {ben, vic, ada}) {
            assertRefused(NOT_ALLOWED, () -> other.sessions().rename(id, new SessionName("mine now")));
            assertRefused(NOT_ALLOWED, () -> other.sessions().share(id, Visibility.PRIVATE));
            assertRefused(NOT_ALLOWED, () -> other.sessions().delete(id));
        }
        assertThat(admin.sessions().rename(id, new SessionName("tidier")).name().value())
                .isEqualTo("tidier");
        admin.sessions().delete(id);
        assertRefused(NOT_FOUND, () -> ana.sessions().get(id));
    }

    @Test
    void whoMaySpeakChoosesWhoAnswers() {
        SessionId id = session(ana, Visibility.SHARED).id();

        assertThat(ana.sessions().agents(id))
                .filteredOn(AgentOffer::byDefault)
                .extracting(AgentOffer::name)
                .containsExactly("general");
        SessionEvent chosen = ben.sessions().chooseAgent(id, "stack-analyzer");

        assertThat(chosen.what()).isEqualTo(new Happening.AgentChosen("stack-analyzer", "Stack Analyzer"));
        assertThat(ana.sessions().events(id, 0, 10)).contains(chosen);
        assertRefused(INVALID_INPUT, () -> ana.sessions().chooseAgent(id, "nobody"));
        assertRefused(NOT_ALLOWED, () -> vic.sessions().chooseAgent(id, "general"));
        assertThat(vic.sessions().agents(id)).isEqualTo(ana.sessions().agents(id));
    }

    @Test
    void onlyASummaryIsUndone() {
        SessionId id = session(ana, Visibility.PRIVATE).id();
        ana.sessions().rename(id, new SessionName("Network"));

        assertRefused(INVALID_INPUT, () -> ana.sessions().undoCompaction(id, 1));
        assertRefused(INVALID_INPUT, () -> ana.sessions().undoCompaction(id, 99));
        assertRefused(NOT_FOUND, () -> ben.sessions().undoCompaction(id, 1));
    }

    @Test
    void renamingAndSharingAreEvents() {
        SessionId id = session(ana, Visibility.PRIVATE).id();

        ana.sessions().rename(id, new SessionName("Network"));
        Session shared = ana.sessions().share(id, Visibility.SHARED);

        assertThat(shared.name().value()).isEqualTo("Network");
        assertThat(shared.visibility()).isEqualTo(Visibility.SHARED);
        List<SessionEvent> events = ana.sessions().events(id, 0, 10);
        assertThat(events)
                .extracting(SessionEvent::what)
                .contains(new Happening.Renamed(new SessionName("Network")), new Happening.Shared(Visibility.SHARED));
        assertThat(events).allSatisfy(e -> assertThat(e.actor().kind()).isEqualTo(Actor.Kind.PERSON));
    }

    @Test
    void aSharedSessionMadePrivateIsGoneForOthers() {
        SessionId id = session(ana, Visibility.SHARED).id();

        ana.sessions().share(id, Visibility.PRIVATE);

        assertRefused(NOT_FOUND, () -> ben.sessions().get(id));
    }

    @Test
    void anAdminMakesASharedSessionPrivateAndNoLongerSeesIt() {
        SessionId id = session(ana, Visibility.SHARED).id();

        assertThat(admin.sessions().share(id, Visibility.PRIVATE).visibility()).isEqualTo(Visibility.PRIVATE);

        assertRefused(NOT_FOUND, () -> admin.sessions().get(id));
        assertThat(ana.sessions().get(id).visibility()).isEqualTo(Visibility.PRIVATE);
    }

    @Test
    void aDeletedSessionIsGone() {
        SessionId id = session(ana, Visibility.PRIVATE).id();

        ana.sessions().delete(id);

        assertRefused(NOT_FOUND, () -> ana.sessions().get(id));
        assertRefused(NOT_FOUND, () -> ana.sessions().say(id, Message.of("anybody there?")));
        assertRefused(NOT_FOUND, () -> ana.sessions().delete(id));
    }

    @Test
    void anUnknownProjectStartsNoSession() {
        assertRefused(
                NOT_FOUND, () -> ana.sessions().create(new NewSession(ProjectId.random(), null, Visibility.PRIVATE)));
    }

    @Test
    void aSessionWithoutANameGetsOneFromItsFirstMessage() {
        SessionId id = ana.sessions()
                .create(new NewSession(fixture.project(), null, Visibility.PRIVATE))
                .id();

        ana.sessions().say(id, Message.of("Which subnets does prod have?"));

        assertThat(ana.sessions().get(id).name().value()).contains("subnets");
    }

    @Test
    void aMessageLeadsToExactlyOneRunThatEnds() {
        SessionId id = session(ana, Visibility.PRIVATE).id();
        var follower = new Follower();
        try (var held = ana.sessions().follow(id, 0, follower)) {
            assertThat(held).isNotNull();
            var first = Message.of("hello");
            var second = Message.of("hello again");
            ana.sessions().say(id, first);
            fixture.work();
            ana.sessions().say(id, second);
            fixture.work();
            follower.awaitRuns(2);

            var started = kinds(follower.events(), Happening.RunStarted.class);
            assertThat(started).extracting(Happening.RunStarted::messageId).containsExactly(first.id(), second.id());
            assertThat(kinds(follower.events(), Happening.RunFinished.class))
                    .extracting(Happening.RunFinished::run)
                    .containsExactlyElementsOf(
                            started.stream().map(Happening.RunStarted::run).toList());
            Await.until("idle again", () -> ana.sessions().get(id).activity() == Activity.IDLE);
        }
    }

    @Test
    void whatWasSaidIsAnEventByThePerson() {
        SessionId id = session(ana, Visibility.SHARED).id();

        SessionEvent said = ben.sessions().say(id, Message.of("  hello there  "));

        assertThat(said.session()).isEqualTo(id);
        assertThat(said.actor().personId())
                .isEqualTo(ben.account().me().person().id());
        assertThat(said.actor().name()).isEqualTo("Ben Okoro");
        assertThat(said.what())
                .isInstanceOfSatisfying(
                        Happening.UserMessage.class,
                        message -> assertThat(message.text()).isEqualTo("hello there"));
        assertThat(ana.sessions().events(id, said.seq() - 1, 1)).containsExactly(said);
    }

    @Test
    void sayingTheSameMessageTwiceIsSayingItOnce() {
        SessionId id = session(ana, Visibility.PRIVATE).id();
        var message = new Message(UUID.randomUUID(), "only once");

        SessionEvent first = ana.sessions().say(id, message);
        SessionEvent again = ana.sessions().say(id, message);

        assertThat(again).isEqualTo(first);
        assertThat(kinds(ana.sessions().events(id, 0, 100), Happening.UserMessage.class))
                .hasSize(1);
    }

    @Test
    void numbersHaveNoGapsEvenWhenManySpeakAtOnce() throws Exception {
        SessionId id = session(ana, Visibility.SHARED).id();
        var calls = new ArrayList<Callable<SessionEvent>>();
        for (int i = 0; i < 6; i++) {
            Hub speaker = i % 2 == 0 ? ana : ben;
            String text = "message " + i;
            calls.add(() -> speaker.sessions().say(id, Message.of(text)));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var said : threads.invokeAll(calls)) {
                assertThat(said.get().seq()).isPositive();
            }
        }

        List<SessionEvent> events = ana.sessions().events(id, 0, 1_000);

        assertThat(events.stream().map(SessionEvent::seq).toList())
                .isEqualTo(LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(kinds(events, Happening.UserMessage.class)).hasSize(6);
    }

    @Test
    void eventsComeInPortionsAfterANumber() {
        SessionId id = session(ana, Visibility.PRIVATE).id();
        for (int i = 1; i <= 5; i++) {
            ana.sessions().rename(id, new SessionName("Name " + i));
        }

        assertThat(ana.sessions().events(id, 2, 2))
                .extracting(SessionEvent::seq)
                .containsExactly(3L, 4L);
        assertThat(ana.sessions().events(id, 5, 2)).isEmpty();
        assertThat(ana.sessions().get(id).lastSeq()).isEqualTo(5);
        assertRefused(INVALID_INPUT, () -> ana.sessions().events(id, 0, 0));
        assertRefused(INVALID_INPUT, () -> ana.sessions().events(id, 0, 1_001));
    }

    @Test
    void stoppingWhereNothingRunsChangesNothing() {
        SessionId id = session(ana, Visibility.PRIVATE).id();

        ana.sessions().stop(id);

        assertThat(ana.sessions().events(id, 0, 10)).isEmpty();
    }

    @Test
    void theMostRecentlyUsedSessionComesFirst() {
        String tag = unique("order");
        SessionId older = named(tag + " one");
        SessionId newer = named(tag + " two");
        assertThat(listed(tag)).containsExactly(newer, older);

        ana.sessions().rename(older, new SessionName(tag + " used again"));

        assertThat(listed(tag)).containsExactly(older, newer);
    }

    @Test
    void sessionsAreFilteredByTextAndProjectAndPaged() {
        String tag = unique("Filter");
        Set<SessionId> mine = Set.of(named(tag + " a"), named(tag + " b"), named(tag + " c"));

        var paged = all(
                2,
                page -> ana.sessions()
                        .list(new SessionFilter(fixture.project(), tag.toUpperCase(java.util.Locale.ROOT)), page));

        assertThat(paged).extracting(Session::id).doesNotHaveDuplicates();
        assertThat(paged.stream().map(Session::id).collect(Collectors.toSet())).isEqualTo(mine);
        assertThat(ana.sessions()
                        .list(new SessionFilter(ProjectId.random(), tag), PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThat(ana.sessions()
                        .list(new SessionFilter(null, "%_" + tag), PageRequest.first(10))
                        .items())
                .isEmpty();
        assertRefused(
                INVALID_INPUT, () -> ana.sessions().list(SessionFilter.ALL, new PageRequest("no cursor of yours", 10)));
    }

    @Test
    void whatCannotBeSaidIsRefused() {
        assertRefused(INVALID_INPUT, () -> Message.of("  "));
        assertRefused(INVALID_INPUT, () -> Message.of("bell \u0007"));
        assertRefused(TOO_LARGE, () -> Message.of("x".repeat(Message.LONGEST + 1)));
        SessionId id = session(ana, Visibility.PRIVATE).id();
        assertThat(ana.sessions()
                        .say(id, Message.of("x".repeat(Message.LONGEST)))
                        .seq())
                .isPositive();
    }

    @Test
    void aPersonSwitchedOffHearsNoMore() {
        var person = joined(Role.MEMBER);
        Hub theirs = signIn(person);
        SessionId id = session(ana, Visibility.SHARED).id();
        var follower = new Follower();
        try (var held = theirs.sessions().follow(id, 0, follower)) {
            assertThat(held).isNotNull();
            admin.people().setActive(person.id(), false);
            ana.sessions().rename(id, new SessionName("Not for you"));

            HubException why = follower.awaitEnd();

            assertThat(why.what()).isNotBlank();
            assertThat(follower.events()).isEmpty();
        }
    }

    private Session session(Hub hub, Visibility visibility) {
        return hub.sessions().create(new NewSession(fixture.project(), new SessionName(unique("s")), visibility));
    }

    private SessionId named(String name) {
        return ana.sessions()
                .create(new NewSession(fixture.project(), new SessionName(name), Visibility.PRIVATE))
                .id();
    }

    private List<SessionId> listed(String text) {
        return ana.sessions().list(new SessionFilter(null, text), PageRequest.first(20)).items().stream()
                .map(Session::id)
                .toList();
    }

    private static <T extends Happening> List<T> kinds(List<SessionEvent> events, Class<T> kind) {
        return events.stream()
                .map(SessionEvent::what)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
