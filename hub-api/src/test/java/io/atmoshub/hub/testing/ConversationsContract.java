package io.atmoshub.hub.testing;

import static io.atmoshub.hub.ErrorCode.CONFLICT;
import static io.atmoshub.hub.ErrorCode.NOT_ALLOWED;
import static io.atmoshub.hub.ErrorCode.NOT_FOUND;
import static io.atmoshub.hub.ErrorCode.TOO_LARGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.conversation.Plan;
import io.atmoshub.hub.conversation.Rating;
import io.atmoshub.hub.conversation.Rewrite;
import io.atmoshub.hub.conversation.SessionExport;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.Activity;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.Mode;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Thumb;
import io.atmoshub.hub.session.Visibility;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What {@link io.atmoshub.hub.conversation.Conversations} promises.
public abstract class ConversationsContract extends Contract {
    @Test
    void aMessageThatWaitsIsWithdrawnAndNeverAnswered() {
        SessionId id = session(ana, Visibility.SHARED).id();
        Message first = waiting(id);
        Message second = Message.of("and then?");
        ben.sessions().say(id, second);

        assertRefused(CONFLICT, () -> ana.conversations().withdraw(id, first.id()));
        assertRefused(NOT_FOUND, () -> ana.conversations().withdraw(id, UUID.randomUUID()));
        assertRefused(NOT_ALLOWED, () -> vic.conversations().withdraw(id, second.id()));
        assertRefused(NOT_ALLOWED, () -> ada.conversations().withdraw(id, second.id()));
        SessionEvent withdrawn = ben.conversations().withdraw(id, second.id());

        assertThat(withdrawn.what()).isEqualTo(new Happening.MessageWithdrawn(second.id()));
        assertRefused(CONFLICT, () -> ben.conversations().withdraw(id, second.id()));
        ana.sessions().stop(id);
        fixture.work();
        Await.until("idle", () -> ana.sessions().get(id).activity() == Activity.IDLE);
        assertThat(kinds(ana, id, Happening.RunStarted.class))
                .extracting(Happening.RunStarted::messageId)
                .containsExactly(first.id());
    }

    @Test
    void whoeverOwnsTheSessionWithdrawsWhatOthersSaid() {
        SessionId id = session(ana, Visibility.SHARED).id();
        waiting(id);
        Message bens = Message.of("me too");
        ben.sessions().say(id, bens);

        assertThat(ana.conversations().withdraw(id, bens.id()).actor().name()).isEqualTo("Ana Lima");
        ana.sessions().stop(id);
    }

    @Test
    void anAnswerIsRatedWithAWordAndTheLastRatingStands() {
        SessionId id = session(ana, Visibility.SHARED).id();
        RunId run = answered(ana, id, "hello");

        SessionEvent up = ben.conversations().rate(id, new Rating(run, Thumb.UP, "  "));
        SessionEvent down = ben.conversations().rate(id, new Rating(run, Thumb.DOWN, " too long "));

        assertThat(up.what()).isEqualTo(new Happening.Rated(run, Thumb.UP, null));
        assertThat(down.what()).isEqualTo(new Happening.Rated(run, Thumb.DOWN, "too long"));
        assertThat(down.actor().name()).isEqualTo("Ben Okoro");
        assertThat(ana.sessions().events(id, 0, 100)).contains(up, down);
        assertRefused(NOT_FOUND, () -> ana.conversations().rate(id, new Rating(RunId.random(), Thumb.UP, null)));
        assertRefused(NOT_ALLOWED, () -> vic.conversations().rate(id, new Rating(run, Thumb.UP, null)));
        assertRefused(TOO_LARGE, () -> new Rating(run, Thumb.UP, "x".repeat(1_001)));
    }

    @Test
    void aBranchHasWhatWasSaidBeforeAndAnotherMessage() {
        SessionId old = session(ana, Visibility.PRIVATE).id();
        answered(ana, old, "first");
        Message second = Message.of("second");
        answered(ana, old, second);
        List<SessionEvent> before = ana.sessions().events(old, 0, 1_000);
        Message instead = Message.of("second, better");

        Session branch = ana.conversations().branch(old, new Rewrite(second.id(), instead));
        finished(branch.id(), 2);

        assertThat(branch.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(branch.projectId()).isEqualTo(fixture.project());
        assertThat(branch.name().value()).endsWith("(branch)");
        assertThat(kinds(ana, branch.id(), Happening.UserMessage.class))
                .extracting(Happening.UserMessage::text)
                .containsExactly("first", "second, better");
        Happening.BranchBegun begun =
                kinds(ana, branch.id(), Happening.BranchBegun.class).getFirst();
        assertThat(begun.from()).isEqualTo(old);
        assertThat(ana.sessions().events(branch.id(), 0, (int) begun.upTo()))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("session", "at")
                .isEqualTo(before.subList(0, (int) begun.upTo()));
        assertThat(ana.sessions().events(old, before.size(), 10))
                .extracting(SessionEvent::what)
                .containsExactly(new Happening.BranchedOff(branch.id(), branch.name(), second.id()));
        numbered(branch.id());
    }

    @Test
    void aBranchFromTheFirstMessageBeginsWithIt() {
        SessionId old = session(ana, Visibility.PRIVATE).id();
        Message first = Message.of("first");
        answered(ana, old, first);

        Session branch = ana.conversations().branch(old, new Rewrite(first.id(), Message.of("other")));
        finished(branch.id(), 1);

        assertThat(kinds(ana, branch.id(), Happening.UserMessage.class))
                .extracting(Happening.UserMessage::text)
                .containsExactly("other");
        numbered(branch.id());
    }

    @Test
    void aMessageThatNothingAnsweredIsNothingToBranchOffFrom() {
        SessionId old = session(ana, Visibility.PRIVATE).id();
        waiting(old);
        Message second = Message.of("second");
        ana.sessions().say(old, second);
        assertRefused(CONFLICT, () -> branch(ana, old, second.id()));
        ana.sessions().stop(old);
        fixture.work();
        Await.until("idle", () -> ana.sessions().get(old).activity() == Activity.IDLE);
        Message third = Message.of("third");
        answered(ana, old, third);

        assertRefused(CONFLICT, () -> branch(ana, old, second.id()));
        Session branch = branch(ana, old, third.id());

        assertThat(kinds(ana, branch.id(), Happening.RunCancelled.class)).isNotEmpty();
        numbered(branch.id());
    }

    @Test
    void everybodyBranchesWhatTheySeeAndOwnsTheBranch() {
        SessionId old = session(ana, Visibility.SHARED).id();
        Message said = Message.of("hello");
        answered(ana, old, said);

        Session branch = branch(ben, old, said.id());

        assertThat(branch.ownerName().value()).isEqualTo("Ben Okoro");
        assertThat(branch.visibility()).isEqualTo(Visibility.SHARED);
        assertRefused(NOT_ALLOWED, () -> branch(vic, old, said.id()));
        assertRefused(NOT_FOUND, () -> branch(ana, old, UUID.randomUUID()));
    }

    @Test
    void aPlanIsApprovedOnceAndTheWorkStarts() {
        SessionId id = session(ana, Visibility.SHARED).id();
        RunId asked = answered(ana, id, "not for a plan");
        assertRefused(CONFLICT, () -> ana.conversations().approve(id, asked));
        RunId plan = answered(ana, id, Message.toPlan("three zones"));
        assertRefused(NOT_ALLOWED, () -> vic.conversations().approve(id, plan));
        assertRefused(CONFLICT, () -> ana.conversations().approve(id, RunId.random()));

        SessionEvent approved = ben.conversations().approve(id, plan);
        finished(id, 3);

        assertThat(approved.what()).isEqualTo(new Happening.PlanApproved(plan));
        List<Happening.UserMessage> said = kinds(ana, id, Happening.UserMessage.class);
        assertThat(said).extracting(Happening.UserMessage::mode).containsExactly(Mode.WORK, Mode.PLAN, Mode.WORK);
        assertThat(said.getLast().text()).isEqualTo(Plan.CARRY_OUT);
        assertRefused(CONFLICT, () -> ana.conversations().approve(id, plan));
    }

    @Test
    void aPlanAfterWhichSomethingElseWasSaidIsNoLongerApproved() {
        SessionId id = session(ana, Visibility.PRIVATE).id();
        RunId plan = answered(ana, id, Message.toPlan("three zones"));
        answered(ana, id, "rather two");

        assertRefused(CONFLICT, () -> ana.conversations().approve(id, plan));
    }

    @Test
    void whatIsExportedIsTakenInAgainWithItsWordsAndTheirTimes() {
        SessionId id = session(ana, Visibility.SHARED).id();
        answered(ana, id, "hello");
        SessionExport export = vic.conversations().export(id);

        Session taken = ben.conversations().take(fixture.project(), export);

        assertThat(taken.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(taken.ownerName().value()).isEqualTo("Ben Okoro");
        assertThat(taken.name()).isEqualTo(export.name());
        assertThat(taken.activity()).isEqualTo(Activity.IDLE);
        List<SessionEvent> events = ben.sessions().events(taken.id(), 0, 1_000);
        assertThat(events.getLast().what())
                .isEqualTo(new Happening.Imported(export.name(), export.project(), export.exportedAt()));
        assertThat(events.subList(0, events.size() - 1))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("session", "actor.personId")
                .isEqualTo(export.events());
        assertThat(events.getFirst().actor().name()).isEqualTo("Ana Lima");
        assertThat(events.getFirst().actor().personId()).isNull();
        finishedAfter(ben, taken.id(), "and now?");
    }

    @Test
    void whatAnybodyDecidedIsNotTakenIn() {
        SessionId id = session(ana, Visibility.PRIVATE).id();
        waiting(id);
        SessionExport export = ana.conversations().export(id);

        Session taken = ana.conversations().take(fixture.project(), export);

        assertThat(taken.activity()).isEqualTo(Activity.IDLE);
        assertThat(kinds(ana, taken.id(), Happening.ApprovalAsked.class)).isEmpty();
        assertThat(kinds(ana, taken.id(), Happening.RunCancelled.class)).hasSize(1);
        assertThat(kinds(ana, taken.id(), Happening.ToolFinished.class))
                .extracting(Happening.ToolFinished::outcome)
                .containsExactly(Outcome.UNKNOWN);
        ana.sessions().stop(id);
    }

    @Test
    void whoMaySpeakTakesInAndEverybodyExportsWhatTheySee() {
        SessionId id = session(ana, Visibility.PRIVATE).id();
        SessionExport export = ana.conversations().export(id);

        assertRefused(NOT_FOUND, () -> ben.conversations().export(id));
        assertRefused(NOT_ALLOWED, () -> vic.conversations().take(fixture.project(), export));
        assertRefused(NOT_FOUND, () -> ana.conversations().take(ProjectId.random(), export));
    }

    @Test
    void nobodyDoesAnythingWithWhatTheyDontSee() {
        SessionId id = session(ana, Visibility.PRIVATE).id();
        RunId run = answered(ana, id, "hello");
        for (Hub other : new Hub[] {ben, vic, ada, admin}) {
            var conversations = other.conversations();
            assertRefused(NOT_FOUND, () -> conversations.withdraw(id, UUID.randomUUID()));
            assertRefused(NOT_FOUND, () -> conversations.rate(id, new Rating(run, Thumb.UP, null)));
            assertRefused(NOT_FOUND, () -> branch(other, id, UUID.randomUUID()));
        }
    }

    /// A message whose run waits for somebody, so that what is said next is queued.
    private Message waiting(SessionId id) {
        Message asks = Message.of(fixture.messageThatAsks());
        ana.sessions().say(id, asks);
        fixture.work();
        Await.until("waiting", () -> ana.sessions().get(id).activity() == Activity.WAITING);
        return asks;
    }

    private RunId answered(Hub hub, SessionId id, String text) {
        return answered(hub, id, Message.of(text));
    }

    private RunId answered(Hub hub, SessionId id, Message message) {
        hub.sessions().say(id, message);
        fixture.work();
        Await.until("answered", () -> hub.sessions().get(id).activity() == Activity.IDLE);
        return kinds(hub, id, Happening.RunStarted.class).stream()
                .filter(started -> started.messageId().equals(message.id()))
                .findFirst()
                .orElseThrow()
                .run();
    }

    private void finished(SessionId id, int runs) {
        fixture.work();
        Await.until(
                "answered",
                () -> kinds(ana, id, Happening.RunFinished.class).size() == runs
                        && ana.sessions().get(id).activity() == Activity.IDLE);
    }

    private void finishedAfter(Hub hub, SessionId id, String text) {
        assertThat(answered(hub, id, text)).isNotNull();
    }

    private static Session branch(Hub hub, SessionId id, UUID message) {
        return hub.conversations().branch(id, new Rewrite(message, Message.of("instead")));
    }

    private void numbered(SessionId id) {
        List<SessionEvent> events = ana.sessions().events(id, 0, 1_000);
        assertThat(events).extracting(SessionEvent::seq).doesNotHaveDuplicates().isSorted();
        assertThat(events.getLast().seq()).isEqualTo(events.size());
        assertThat(ana.sessions().get(id).lastSeq()).isGreaterThanOrEqualTo(events.size());
    }

    private Session session(Hub hub, Visibility visibility) {
        return hub.sessions().create(new NewSession(fixture.project(), new SessionName(unique("talk")), visibility));
    }

    private static <T extends Happening> List<T> kinds(Hub hub, SessionId id, Class<T> kind) {
        return hub.sessions().events(id, 0, 1_000).stream()
                .map(SessionEvent::what)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
