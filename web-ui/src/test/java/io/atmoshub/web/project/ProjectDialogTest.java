package io.atmoshub.web.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import io.atmoshub.web.Browserless;
import io.atmoshub.web.session.ChatView;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectDialogTest extends Browserless {
    @TempDir
    Path root;

    private void fill(String name, String folder) {
        press("Add a project");
        test(find(TextField.class)
                        .withPropertyValue(TextField::getLabel, "Name")
                        .single())
                .setValue(name);
        test(find(TextField.class)
                        .withPropertyValue(TextField::getLabel, "Folder on the server")
                        .single())
                .setValue(folder);
        press("Add project");
    }

    @Test
    void anAdminAddsAFolder() throws Exception {
        Path folder = Files.createDirectory(root.resolve("network"));
        hub.withProjectRoot(root);
        actAs("admin");
        navigate(ChatView.class);

        fill("network", folder.toString());

        assertThat(hub.project("network")).isNotNull();
    }

    @Test
    void aFolderOutsideIsRefused() {
        hub.withProjectRoot(root);
        actAs("admin");
        navigate(ChatView.class);

        fill("secrets", "/etc");

        assertThat(find(com.vaadin.flow.component.notification.Notification.class)
                        .all())
                .isNotEmpty();
    }
}
