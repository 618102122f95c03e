package io.atmoshub.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.conversation.Plan;
import io.atmoshub.hub.session.Activity;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.Mode;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionFilter;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Thumb;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.web.Browserless;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// What a person does with what was said.
class TurnsTest extends Browserless {
    private SessionId session(Hub as, Visibility visibility) {
        return as.sessions()
                .create(new NewSession(hub.project("acme").id(), new SessionName("Ranges"), visibility))
                .id();
    }

    private void open(SessionId id) {
        UI.getCurrent().navigate(ChatView.class, new RouteParameters(new RouteParam("session", id.toString())));
        roundTrip();
    }

    private void answered(Hub as, SessionId id, String text) {
        as.sessions().say(id, Message.of(text));
        until(() -> as.sessions().get(id).activity() == Activity.IDLE);
    }

    private void click(String label) {
        test(find(NativeButton.class).all().stream()
                        .filter(button -> label.equals(button.getElement().getAttribute("aria-label")))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no button " + label)))
                .click();
        roundTrip();
    }

    @Test
    void aMessageThatWaitsIsWithdrawn() {
        var hold = new CountDownLatch(1);
        hub.assistant().when(message -> message.contains("hold"), stage -> {
            hold.await();
            stage.say("Done.");
        });
        Hub ana = actAs("ana");
        SessionId id = session(ana, Visibility.PRIVATE);
        open(id);
        ana.sessions().say(id, Message.of("hold it"));
        until(() -> events(ana, id).stream().anyMatch(event -> event.what() instanceof Happening.RunStarted));
        ana.sessions().say(id, Message.of("and another thing"));
        until(() -> text().contains("and another thing"));

        click("Withdraw");

        until(() -> text().contains("Withdrawn by Ana Lima"));
        hold.countDown();
        until(() -> ana.sessions().get(id).activity() == Activity.IDLE);
        assertThat(events(ana, id))
                .filteredOn(event -> event.what() instanceof Happening.RunStarted)
                .hasSize(1);
    }

    @Test
    void anAnswerIsRatedWithAWordThatAllSee() {
        Hub ana = actAs("ana");
        SessionId id = session(ana, Visibility.SHARED);
        answered(ana, id, "hello");
        open(id);

        click("A bad answer");
        test(find(TextField.class).all().stream()
                        .filter(field -> "A word about it, for the team".equals(field.getLabel()))
                        .findFirst()
                        .orElseThrow())
                .setValue("too long");
        press("Save");

        until(() -> text().contains("Ana Lima finds this a bad answer: too long"));
        assertThat(events(ana, id))
                .extracting(SessionEvent::what)
                .filteredOn(Happening.Rated.class::isInstance)
                .extracting(what -> ((Happening.Rated) what).thumb())
                .containsExactly(Thumb.DOWN, Thumb.DOWN);
        actAs("ben");
        open(id);
        assertThat(text()).contains("Ana Lima finds this a bad answer: too long");
    }

    @Test
    void askedInOtherWordsItGoesOnInABranchAndBothNameEachOther() {
        Hub ana = actAs("ana");
        SessionId id = session(ana, Visibility.PRIVATE);
        answered(ana, id, "first question");
        open(id);

        click("Ask in other words, in a branch");
        test(find(TextArea.class).all().stream()
                        .filter(area -> "first question".equals(area.getValue()))
                        .findFirst()
                        .orElseThrow())
                .setValue("a better question");
        press("Ask in a branch");

        until(() -> text().contains("You said: a better question"));
        assertThat(text()).contains("Ranges (branch)", "Up to here it was said in", "Ranges");
        open(id);
        assertThat(text()).contains("first question", "Ana Lima went on from here in other words:", "Ranges (branch)");
    }

    @Test
    void aPlanIsApprovedAndTheWorkStarts() {
        Hub ana = actAs("ana");
        SessionId id = session(ana, Visibility.PRIVATE);
        open(id);
        press("Plan");
        test(find(TextArea.class).single()).setValue("three zones");
        press("Send");
        until(() -> text().contains("A plan, waiting for approval"));

        press("Approve and start the work");

        until(() -> text().contains("You said: " + Plan.CARRY_OUT));
        assertThat(text()).contains("Ana Lima approved the plan").doesNotContain("waiting for approval");
        assertThat(events(ana, id))
                .extracting(SessionEvent::what)
                .filteredOn(Happening.UserMessage.class::isInstance)
                .extracting(what -> ((Happening.UserMessage) what).mode())
                .containsExactly(Mode.PLAN, Mode.WORK);
    }

    @Test
    void whoOnlyReadsAlongIsOfferedNothing() {
        Hub ana = hub.as("ana");
        SessionId id = session(ana, Visibility.SHARED);
        answered(ana, id, "hello");

        actAs("vic");
        open(id);

        assertThat(find(AnswerFoot.class).exists()).isFalse();
        assertThat(find(NativeButton.class).all())
                .noneMatch(button -> "Ask in other words, in a branch"
                        .equals(button.getElement().getAttribute("aria-label")));
        assertThat(ana.sessions().list(SessionFilter.ALL, PageRequest.first(10)).items())
                .hasSize(1);
    }

    private static List<SessionEvent> events(Hub hub, SessionId id) {
        return hub.sessions().events(id, 0, 100);
    }
}
