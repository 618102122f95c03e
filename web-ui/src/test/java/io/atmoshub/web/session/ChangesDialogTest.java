package io.atmoshub.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.web.Browserless;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the assistant wrote, taken over or thrown away in the browser.
class ChangesDialogTest extends Browserless {
    @TempDir
    Path project;

    private SessionId written(Hub as) {
        hub.withProject("notes", project.toString());
        SessionId id = as.sessions()
                .create(new NewSession(hub.project("notes").id(), new SessionName("Ranges"), Visibility.SHARED))
                .id();
        open(id);
        test(find(TextArea.class).single()).setValue("write the notes");
        press("Send");
        until(() -> find(ApprovalCard.class).exists());
        press("Allow once");
        until(() -> text().contains("Written."));
        return id;
    }

    private void open(SessionId id) {
        UI.getCurrent().navigate(ChatView.class, new RouteParameters(new RouteParam("session", id.toString())));
        roundTrip();
    }

    @Test
    void appliedChangesAreInTheProjectAndTheSessionTells() {
        written(actAs("ana"));
        until(() -> text().contains("Changes · 1"));

        press("Changes · 1");
        assertThat(text()).contains("new", "notes.md", "# Notes");
        press("Apply to the project");

        assertThat(project.resolve("notes.md")).exists();
        until(() -> text().contains("Ana Lima applied notes.md to the project"));
        assertThat(find(Button.class).all()).extracting(Button::getText).doesNotContain("Changes · 1");
    }

    @Test
    void discardingAsksFirst() {
        written(actAs("ana"));
        until(() -> text().contains("Changes · 1"));
        press("Changes · 1");

        press("Discard");

        assertThat(text()).contains("Changes · 1");
        test(find(ConfirmDialog.class).single()).confirm();
        until(() -> text().contains("Ana Lima discarded what was written in notes.md"));
        assertThat(project.resolve("notes.md")).doesNotExist();
    }

    @Test
    void aCommitTakesBranchAndMessage() throws Exception {
        Files.createDirectory(project.resolve(".git"));
        Hub ana = actAs("ana");
        SessionId id = written(ana);
        until(() -> text().contains("Changes · 1"));
        press("Changes · 1");

        press("Commit to a branch");
        assertThat(find(TextField.class)
                        .withPropertyValue(TextField::getLabel, "Branch")
                        .single()
                        .getValue())
                .isEqualTo("atmos/ranges");
        press("Commit to a branch");

        until(() -> text().contains("Ana Lima committed notes.md to atmos/ranges"));
        assertThat(ana.sessions().events(id, 0, 100))
                .anyMatch(event -> event.what() instanceof Happening.FilesCommitted);
        assertThat(text()).contains("committed to atmos/ranges as");
    }

    @Test
    void aConflictIsSaidAndNotChosen() throws Exception {
        written(actAs("ana"));
        until(() -> text().contains("Changes · 1"));
        Files.writeString(project.resolve("notes.md"), "by hand\n");

        press("Changes · 1");

        assertThat(text()).contains("changed by somebody else", "no longer what the session began with");
        assertThat(find(Button.class)
                        .withPropertyValue(Button::getText, "Apply to the project")
                        .single()
                        .isEnabled())
                .isFalse();
    }

    @Test
    void whoMayNotDecideReadsAlong() {
        SessionId id = written(actAs("ana"));
        actAs("vic");
        open(id);

        press("Changes · 1");

        assertThat(text()).contains("Its owner and approvers decide", "# Notes");
        assertThat(find(Button.class).all()).extracting(Button::getText).doesNotContain("Apply to the project");
    }
}
