package io.atmoshub.web.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.atmoshub.hub.policy.PolicyChange;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.testing.Follower;
import io.atmoshub.web.Browserless;
import org.junit.jupiter.api.Test;

class PolicyViewTest extends Browserless {
    private static final String DENY = "policies:\n  - tools: [web_search]\n    permission: deny\n";

    @Test
    void anAdminSeesTheDocumentAndWhatItMeans() {
        hub.as("admin").policies().save(new PolicyChange(DENY, "No searching", 0));
        open("admin");

        assertThat(document().getValue()).isEqualTo(DENY);
        assertThat(text())
                .contains("Revision 1 by admin", "No searching", "What holds", "deny", "web_search", "line 2");
    }

    @Test
    void errorsAreToldWhileOneTypes() {
        open("admin");

        type(DENY.replace("deny", "dney"));

        assertThat(text()).contains("line 3, 17", "There is no permission \"dney\".", "Did you mean \"deny\"?");
        type(DENY);
        assertThat(text()).doesNotContain("There is no permission");
    }

    @Test
    void savingShowsTheDifferenceAndWantsAReason() {
        open("admin");
        assertThat(text()).contains("Nobody has said anything yet");
        type(DENY);
        press("Save");
        assertThat(text()).contains("policy.yaml", "+3");

        saveInDialog();
        assertThat(hub.as("admin").policies().current().revision().number()).isZero();
        test(find(TextField.class).all().stream()
                        .filter(field -> "Why does it change?".equals(field.getLabel()))
                        .findFirst()
                        .orElseThrow())
                .setValue("No searching");
        saveInDialog();

        assertThat(hub.as("admin").policies().current().text()).isEqualTo(DENY);
        assertThat(text()).contains("Saved as revision 1", "Revision 1 by admin", "No searching");
    }

    @Test
    void whoSavesAfterSomebodyElseIsTold() {
        open("admin");
        hub.as("admin").policies().save(new PolicyChange(DENY, "Quicker", 0));
        type("policies:\n  - tools: [file_write]\n    permission: deny\n");
        press("Save");
        test(find(TextField.class).all().stream()
                        .filter(field -> "Why does it change?".equals(field.getLabel()))
                        .findFirst()
                        .orElseThrow())
                .setValue("Mine");
        saveInDialog();

        assertThat(text()).contains("Somebody saved meanwhile.");
        assertThat(document().getValue()).contains("file_write");
    }

    @Test
    void anEarlierRevisionOpensInTheEditor() {
        hub.as("admin").policies().save(new PolicyChange(DENY, "One", 0));
        hub.as("admin").policies().save(new PolicyChange("", "Two", 1));
        open("admin");

        press("Open revision 1 in the editor");

        assertThat(document().getValue()).isEqualTo(DENY);
    }

    @Test
    void theSimulatorTriesWhatStandsInTheEditor() {
        open("admin");
        type(DENY);
        field("Tool", "web_search");
        field("Person", "ana");

        press("Tell me");

        assertThat(text()).contains("deny organisation@draft line 2: deny web_search");
        assertThat(hub.as("admin").policies().current().revision().number()).isZero();
    }

    @Test
    void othersSeeWhatAppliesToThemAndNoEditor() {
        hub.as("admin").policies().save(new PolicyChange(DENY, "No searching", 0));
        open("ana");

        assertThat(find(TextArea.class).all()).isEmpty();
        assertThat(text())
                .contains("web_search", "What I allowed for always", "Nothing.")
                .doesNotContain("No searching");
        field("Tool", "web_search");
        press("Tell me");
        assertThat(text()).contains("organisation@r1 line 2");
    }

    @Test
    void whatIAllowedForAlwaysCanBeTakenBack() {
        allowAlways();
        open("ada");
        assertThat(text()).contains("Allow writing notes.md in this project", "acme");

        press("Remove");

        assertThat(hub.as("ada").policies().grants()).isEmpty();
        assertThat(text()).contains("puts it here");
    }

    private void allowAlways() {
        var ada = hub.as("ada").sessions();
        SessionId id = ada.create(new NewSession(hub.project("acme").id(), null, Visibility.PRIVATE))
                .id();
        var follower = new Follower();
        try (var held = ada.follow(id, 0, follower)) {
            assertThat(held).isNotNull();
            ada.say(id, Message.of("write"));
            var asked = follower.await(Happening.ApprovalAsked.class);
            ada.answer(id, new Answer(asked.call(), asked.fingerprint(), Choice.ALLOW_ALWAYS, null));
            follower.awaitRuns(1);
        }
    }

    private void open(String login) {
        actAs(login);
        navigate(PolicyView.class);
    }

    private TextArea document() {
        return find(TextArea.class).single();
    }

    private void type(String text) {
        test(document()).setValue(text);
        roundTrip();
    }

    private void field(String label, String value) {
        test(find(TextField.class).all().stream()
                        .filter(field -> label.equals(field.getLabel()))
                        .findFirst()
                        .orElseThrow())
                .setValue(value);
    }

    /// The last button of that name is the dialog's.
    private void saveInDialog() {
        var buttons = find(com.vaadin.flow.component.button.Button.class).all().stream()
                .filter(button -> "Save".equals(button.getText()))
                .toList();
        buttons.getLast().click();
        roundTrip();
    }
}
