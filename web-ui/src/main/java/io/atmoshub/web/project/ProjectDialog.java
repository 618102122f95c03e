package io.atmoshub.web.project;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.project.NewProject;
import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.project.ProjectName;
import io.atmoshub.hub.project.Projects;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Toast;
import io.atmoshub.web.face.Words;
import java.util.function.Consumer;

/// Registers a folder of the server as a project.
public final class ProjectDialog extends Dialog {
    private final Projects projects;
    private final Consumer<Project> added;
    private final TextField name = new TextField(Words.of("project.name"));
    private final TextField folder = new TextField(Words.of("project.folder"));

    public ProjectDialog(Projects projects, Consumer<Project> added) {
        this.projects = projects;
        this.added = added;
        setHeaderTitle(Words.of("project.add"));
        folder.setHelperText(Words.of("project.folder.help"));
        var form = new Div(new Paragraph(Words.of("project.about")), name, folder);
        form.addClassName("form");
        add(form);
        getFooter()
                .add(
                        Buttons.plain(Words.of("cancel"), click -> close()),
                        Buttons.primary(Words.of("project.register"), click -> register()));
    }

    private void register() {
        try {
            Project project = projects.register(new NewProject(
                    new ProjectName(name.getValue()), folder.getValue().strip()));
            close();
            added.accept(project);
        } catch (HubException refusal) {
            Toast.refused(refusal);
        }
    }
}
