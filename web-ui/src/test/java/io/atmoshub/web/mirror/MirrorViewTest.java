package io.atmoshub.web.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.mirror.RecallOrder;
import io.atmoshub.web.Browserless;
import org.junit.jupiter.api.Test;

class MirrorViewTest extends Browserless {
    private static final String ROCKET = "https://github.com/acme/rocket/releases/download/v1.0.0/rocket_linux_amd64";

    private void open(String login) {
        actAs(login);
        navigate(MirrorView.class);
    }

    private void unfold(String words) {
        NativeDetails row = find(NativeDetails.class).all().stream()
                .filter(it -> words(it).contains(words))
                .findFirst()
                .orElseThrow();
        row.setOpen(true);
        ComponentUtil.fireEvent(row, new NativeDetails.ToggleEvent(row, true));
        roundTrip();
    }

    private String hash() {
        return hub.as("admin")
                .mirror()
                .files(ROCKET, PageRequest.first(1))
                .items()
                .getFirst()
                .sha256();
    }

    @Test
    void anEmptyMirrorSaysHowToGetTheFirstFile() {
        open("ana");

        assertThat(text()).contains("Nothing was mirrored yet", "Point your client here", "url_replacements");
    }

    @Test
    void eachToolIsARowThatOpensToItsFilesAndTheirEvidence() {
        hub.mirror("ana", ROCKET, "rocket");
        hub.mirror("ben", ROCKET, "rocket");
        hub.mirror("ben", "https://example.org/notes.txt", "notes");
        open("vic");

        assertThat(text()).contains("acme/rocket v1.0.0 · linux/amd64 taken 2 times", "Other files", "2 files");
        unfold("acme/rocket");
        assertThat(text()).contains("rocket_linux_amd64", "first seen");
        press("Details of rocket_linux_amd64");
        assertThat(text())
                .contains(hash(), "Nobody vouches for it", "ana", "ben")
                .doesNotContain("Recall");
    }

    @Test
    void whatUpstreamChangedStandsOnTopWithBothHashesAndAnAdminDecides() {
        hub.mirror("ana", ROCKET, "rocket");
        String pinned = hash();
        hub.mirror("ana", ROCKET, "racket");
        open("ana");
        assertThat(text()).contains("Upstream changed what was pinned", pinned).doesNotContain("Accept the change");

        open("admin");
        press("Accept the change");
        find(TextField.class).withCaption("Why").single().setValue("They told us why.");
        find(com.vaadin.flow.component.button.Button.class).all().stream()
                .filter(it -> it.getText().equals("Accept"))
                .findFirst()
                .orElseThrow()
                .click();
        roundTrip();

        assertThat(text()).doesNotContain("Upstream changed what was pinned");
        assertThat(hash()).isNotEqualTo(pinned);
    }

    @Test
    void aRecallNeedsAReasonAndShowsWhoTookTheBytes() {
        hub.mirror("ben", ROCKET, "rocket");
        open("admin");
        unfold("acme/rocket");
        press("Details of rocket_linux_amd64");
        press("Recall");
        press("Recall");
        assertThat(hub.as("admin").mirror().recalls()).isEmpty();
        find(TextField.class).withCaption("Why").single().setValue("Broken into.");
        press("Recall");

        assertThat(hub.as("admin").mirror().recalls()).hasSize(1);
        assertThat(text()).contains("Recalled", "Broken into.", "by admin", "ben");
    }

    @Test
    void aRecallCanBeLifted() {
        hub.mirror("ben", ROCKET, "rocket");
        hub.as("admin").mirror().recall(new RecallOrder(hash(), "Broken into."));
        open("admin");
        press("Give out again");
        find(TextField.class).withCaption("Why").single().setValue("A false alarm.");
        find(com.vaadin.flow.component.button.Button.class).all().stream()
                .filter(it -> it.getText().equals("Give out again"))
                .reduce((first, last) -> last)
                .orElseThrow()
                .click();
        roundTrip();

        assertThat(hub.as("admin").mirror().recalls()).isEmpty();
    }

    @Test
    void aPolicyIsSimulatedAgainstWhatWasTakenBeforeItIsSavedWithAReason() {
        hub.mirror("ben", ROCKET, "rocket");
        open("admin");
        assertThat(text()).contains("every tool and version is given out");
        TextArea policy = find(TextArea.class).single();

        policy.setValue("defualt: deny");
        press("What would change");
        assertThat(text()).contains("Line 1, column 1", "defualt");
        policy.setValue("default: deny");
        press("What would change");
        assertThat(text()).contains("1 downloads of the last thirty days", "acme/rocket v1.0.0", "ben");
        press("Save");
        find(TextField.class).withCaption("Why").single().setValue("Closed for now.");
        find(com.vaadin.flow.component.button.Button.class).all().stream()
                .filter(it -> it.getText().equals("Save"))
                .reduce((first, last) -> last)
                .orElseThrow()
                .click();
        roundTrip();

        assertThat(text()).contains("Revision 1: Closed for now.");
        assertThat(hub.as("vic").mirror().policy().current().text()).isEqualTo("default: deny");
    }

    @Test
    void whoIsNoAdminReadsThePolicy() {
        open("vic");

        assertThat(find(TextArea.class).single().isReadOnly()).isTrue();
        assertThat(text()).doesNotContain("What would change");
    }

    @Test
    void sizesAreShort() {
        assertThat(Size.of(950)).isEqualTo("950 B");
        assertThat(Size.of(3_000_000)).isEqualTo("2.9 MB");
        assertThat(Size.of(5L << 40)).isEqualTo("5.0 TB");
    }
}
