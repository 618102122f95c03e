package io.atmoshub.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.session.Activity;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionFilter;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.web.Browserless;
import io.atmoshub.web.markdown.LiveMarkdown;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ChatViewTest extends Browserless {
    private Session session(Hub as, Visibility visibility) {
        return as.sessions().create(new NewSession(hub.project("acme").id(), new SessionName("Ranges"), visibility));
    }

    private void open(SessionId id) {
        UI.getCurrent().navigate(ChatView.class, new RouteParameters(new RouteParam("session", id.toString())));
        roundTrip();
    }

    private void write(String text) {
        test(find(TextArea.class).single()).setValue(text);
        press("Send");
    }

    @Test
    void theFirstQuestionStartsASession() {
        Hub ana = actAs("ana");
        navigate(ChatView.class);

        write("Where is the range set?");

        until(() -> text().contains("You said: Where is the range set?"));
        assertThat(ana.sessions().list(SessionFilter.ALL, PageRequest.first(10)).items())
                .hasSize(1);
        assertThat(text()).contains("Ana Lima", "scripted assistant", "Today");
    }

    @Test
    void aSuggestedQuestionIsAsked() {
        actAs("ana");
        navigate(ChatView.class);

        press("Which files are there in acme?");

        until(() -> text().contains("You said: Which files are there in acme?"));
    }

    @Test
    void anEmptySessionSuggestsQuestions() {
        Hub ana = actAs("ana");
        open(session(ana, Visibility.PRIVATE).id());
        assertThat(text()).contains("Which files are there in acme?");

        write("hello");

        until(() -> text().contains("You said: hello"));
        assertThat(text()).doesNotContain("Which files are there in acme?");
    }

    @Test
    void theHeadSaysWhoAnswersAndTheTranscriptWhoChose() {
        Hub ana = actAs("ana");
        SessionId id = session(ana, Visibility.PRIVATE).id();
        open(id);
        assertThat(text()).contains("Agent: General");

        ana.sessions().chooseAgent(id, "stack-analyzer");

        until(() -> text().contains("Agent: Stack Analyzer"));
        assertThat(text()).contains("Ana Lima chose Stack Analyzer to answer from here on");
        assertThat(find(AgentPicker.class).single().getElement().getTextRecursively())
                .isEqualTo("Agent: Stack Analyzer");
    }

    @Test
    void theAnswerGrowsBeforeItsEnd() {
        var shown = new CountDownLatch(1);
        hub.assistant().when(message -> message.contains("slowly"), stage -> {
            stage.write("The first half");
            shown.await();
            stage.write(" and the second.");
            stage.endBlock();
        });
        Hub ana = actAs("ana");
        open(session(ana, Visibility.PRIVATE).id());

        write("slowly please");

        until(() -> find(LiveMarkdown.class).exists()
                && find(LiveMarkdown.class).single().text().equals("The first half"));
        shown.countDown();
        until(() -> text().contains("The first half and the second."));
        assertThat(find(LiveMarkdown.class).exists()).isFalse();
    }

    @Test
    void aHubThatStopsAndComesBackTakesNobodyAway() {
        Hub ana = actAs("ana");
        Session session = session(ana, Visibility.PRIVATE);
        open(session.id());

        hub.restart();
        ana.sessions().say(session.id(), Message.of("Are you back?"));

        until(() -> text().contains("You said: Are you back?"));
    }

    @Test
    void whoComesLaterSeesAllThatHappened() {
        Hub ana = hub.as("ana");
        Session session = session(ana, Visibility.SHARED);
        ana.sessions().say(session.id(), Message.of("list the stacks"));
        until(() -> ana.sessions().get(session.id()).activity() == Activity.IDLE);

        actAs("ben");
        open(session.id());

        assertThat(text()).contains("Ana Lima", "list the stacks", "Search for stacks/**", "2 files", "two stacks");
    }

    @Test
    void aToolLineOpensToArgumentsOutputAndDecision() {
        Hub ana = actAs("ana");
        open(session(ana, Visibility.PRIVATE).id());
        write("list the stacks");
        until(() -> text().contains("two stacks"));
        assertThat(text()).doesNotContain("stacks/dev.yaml");

        press("2 files");

        assertThat(text()).contains("pattern", "stacks/dev.yaml", "Allowed: Reading is allowed");
    }

    @Test
    void tenToolCallsFoldIntoOneLine() {
        hub.assistant().when(message -> message.contains("ten"), stage -> {
            for (int i = 0; i < 10; i++) {
                stage.useTool("file_read", Map.of("path", "f" + i), "Read `f" + i + "`", "1 line", "x");
            }
        });
        Hub ana = actAs("ana");
        Session session = session(ana, Visibility.PRIVATE);
        open(session.id());

        write("ten files");

        until(() -> text().contains("Show 10 tool calls"));
        until(() -> ana.sessions().get(session.id()).activity() == Activity.IDLE);
        assertThat(find(ToolLine.class).all()).isEmpty();
        press("Show 10 tool calls");
        assertThat(find(ToolLine.class).all()).hasSize(10);
    }

    @Test
    void theCardSaysWhatWillHappenAndTheOwnerAllowsIt() {
        Hub ana = actAs("ana");
        open(session(ana, Visibility.PRIVATE).id());

        write("write the notes");

        until(() -> find(ApprovalCard.class).exists());
        assertThat(text())
                .contains("The assistant wants to", "notes.md", "+3", "# Notes", "Writing needs a person")
                .contains("The session's owner or an approver");
        assertThat(find(Button.class).all()).extracting(Button::getText).doesNotContain("Allow always");
        press("Allow once");
        until(() -> text().contains("Written."));
        assertThat(text()).contains("Allowed by Ana Lima");
        assertThat(find(ApprovalCard.class).exists()).isFalse();
    }

    @Test
    void denyingTakesAReason() {
        Hub ana = actAs("ana");
        open(session(ana, Visibility.PRIVATE).id());
        write("write the notes");
        until(() -> find(ApprovalCard.class).exists());

        press("Deny");
        test(find(TextField.class)
                        .withPropertyValue(TextField::getLabel, "Why not? The assistant reads it.")
                        .single())
                .setValue("not now");
        press("Deny");

        until(() -> text().contains("Then I leave it."));
        assertThat(text()).contains("Denied by Ana Lima: not now");
    }

    @Test
    void anApproverMayAllowForAlways() {
        Hub ana = hub.as("ana");
        Session session = session(ana, Visibility.SHARED);
        ana.sessions().say(session.id(), Message.of("write the notes"));
        actAs("ada");
        open(session.id());
        until(() -> find(ApprovalCard.class).exists());

        assertThat(text()).contains("Allow always adds", "Allow writing notes.md in this project");
        press("Allow always");

        until(() -> text().contains("Allowed by Ada Berg"));
    }

    @Test
    void aViewerSeesTheCardButCanNotAnswer() {
        Hub ana = hub.as("ana");
        Session session = session(ana, Visibility.SHARED);
        ana.sessions().say(session.id(), Message.of("write the notes"));

        actAs("vic");
        open(session.id());

        until(() -> find(ApprovalCard.class).exists());
        assertThat(text()).contains("You can see this, but not answer it.");
        assertThat(find(TextArea.class).single().isReadOnly()).isTrue();
    }

    @Test
    void stoppingEndsTheRun() {
        Hub ana = actAs("ana");
        open(session(ana, Visibility.PRIVATE).id());
        write("write the notes");
        until(() -> find(ApprovalCard.class).exists());

        press("Stop");

        until(() -> text().contains("Stopped."));
        assertThat(find(ApprovalCard.class).exists()).isFalse();
    }

    @Test
    void whatIsSaidMeanwhileIsQueuedAndThenTakenUp() {
        Hub ana = actAs("ana");
        open(session(ana, Visibility.PRIVATE).id());
        write("write the notes");
        until(() -> find(ApprovalCard.class).exists());

        write("and then?");

        until(() -> text().contains("and then?"));
        assertThat(text()).doesNotContain("You said: and then?");
        press("Allow once");
        until(() -> text().contains("You said: and then?"));
    }

    @Test
    void aFailureSaysWhatToDo() {
        Hub ana = actAs("ana");
        open(session(ana, Visibility.PRIVATE).id());

        write("please fail");

        until(() -> text().contains("The provider closed the stream."));
        assertThat(text()).contains("Ask again.");
    }

    @Test
    void renamingSharingAndDeleting() {
        Hub ana = actAs("ana");
        Session session = session(ana, Visibility.PRIVATE);
        open(session.id());

        press("Ranges");
        TextField name = find(TextField.class).withClassName("rename").single();
        test(name).setValue("Address ranges");
        com.vaadin.flow.component.ComponentUtil.fireEvent(
                name, new com.vaadin.flow.component.BlurNotifier.BlurEvent<>(name, true));
        until(() -> text().contains("renamed this session to “Address ranges”"));
        assertThat(ana.sessions().get(session.id()).name().value()).isEqualTo("Address ranges");

        ana.sessions().share(session.id(), Visibility.SHARED);
        until(() -> text().contains("shared this session with everyone"));

        ana.sessions().delete(session.id());
        until(() -> text().contains("What would you like to know?"));
        assertThat(ana.sessions().list(SessionFilter.ALL, PageRequest.first(10)).items())
                .isEmpty();
    }

    @Test
    void aSessionOfSomebodyElseDoesNotExist() {
        Session hers = session(hub.as("ana"), Visibility.PRIVATE);

        actAs("ben");
        open(hers.id());

        assertThat(text()).contains("404", "Nothing here", "Go to your sessions");
    }

    @Test
    void theListIsSearchedByName() {
        Hub ana = actAs("ana");
        session(ana, Visibility.PRIVATE);
        navigate(ChatView.class);
        assertThat(text()).contains("Ranges");

        TextField search = find(TextField.class)
                .withPropertyValue(TextField::getPlaceholder, "Search sessions")
                .single();
        test(search).setValue("nothing like it");

        assertThat(text()).contains("No session has this in its name.");
    }

    @Test
    void anOverlongMessageIsRefusedAndStaysInTheField() {
        Hub ana = actAs("ana");
        open(session(ana, Visibility.PRIVATE).id());

        find(TextArea.class).single().setValue("x".repeat(Message.LONGEST + 1));
        press("Send");

        assertThat(text()).contains("A message has at most 32,000 characters");
        assertThat(find(TextArea.class).single().getValue()).hasSize(Message.LONGEST + 1);
    }

    @Test
    void aHostileAnswerIsHarmless() {
        hub.assistant().when(message -> message.contains("hostile"), stage -> {
            for (String piece : List.of(
                    "<scr",
                    "ipt>alert(1)</script>\n\n",
                    "[x](javascript:",
                    "alert(1)) ![p](https://e.example/p.png)")) {
                stage.write(piece);
            }
            stage.endBlock();
        });
        Hub ana = actAs("ana");
        open(session(ana, Visibility.PRIVATE).id());

        write("hostile");

        until(() -> text().contains("<script>alert(1)</script>"));
        assertThat(everything(UI.getCurrent()).map(it -> it.getElement().getProperty("innerHTML", "")))
                .noneMatch(html ->
                        html.contains("<script") || html.contains("href=\"javascript") || html.contains("<img"));
    }

    @Test
    void withoutAProjectAnAdminIsToldHowToGetOne() {
        actAs("admin");
        hub.as("admin").projects().remove(hub.project("acme").id());

        navigate(ChatView.class);

        assertThat(text()).contains("There is no project yet.", "Add a project");
    }
}
