package io.atmoshub.web.session;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.Mode;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Mark;
import io.atmoshub.web.face.Toast;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.project.ProjectDialog;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A new session begins with its first question: pick the project, ask.
final class StartPane extends Div {
    private final Hub hub;
    private final Person me;
    private final Draft draft;
    private final Consumer<Session> started;
    private final Select<Project> project = new Select<>();
    private final Select<Visibility> visibility = new Select<>();
    private final Div below = new Div();

    StartPane(Hub hub, Person me, Draft draft, Consumer<Session> started) {
        this.hub = hub;
        this.me = me;
        this.draft = draft;
        this.started = started;
        addClassName("start");
        build();
    }

    private void build() {
        removeAll();
        List<Project> projects =
                hub.projects().list(PageRequest.first(PageRequest.MOST)).items();
        var inner = new Div(new Mark(), new H1(Words.of("start.title")));
        inner.addClassName("start-inner");
        add(inner);
        if (projects.isEmpty()) {
            inner.add(new Paragraph(Words.of(me.role() == Role.ADMIN ? "start.noProject.admin" : "start.noProject")));
        } else if (!me.role().atLeast(Role.MEMBER)) {
            inner.add(new Paragraph(Words.of("start.viewer")));
        } else {
            inner.add(composer(projects), below);
            var take = new Button(Words.of("start.import"));
            take.addClassName("subtle");
            take.getElement().setAttribute("title", Words.of("start.import.title"));
            take.addAttachListener(attached -> take.getElement().executeJs("window.hub.importer(this)"));
            project.addValueChangeListener(change -> offer(take, change.getValue()));
            offer(take, project.getValue());
            inner.add(take);
        }
        if (me.role() == Role.ADMIN) {
            var add = Buttons.plain(
                    Words.of("project.add"), click -> new ProjectDialog(hub.projects(), added -> build()).open());
            add.setPrefixComponent(Icon.PLUS.draw());
            add.addClassName("subtle");
            inner.add(add);
        }
    }

    /// The browser sends the file itself: it may be long, and the page has no use for it (`chat.js`).
    private static void offer(Button take, @Nullable Project into) {
        take.setEnabled(into != null);
        if (into != null) {
            take.getElement().setAttribute("data-project", into.id().toString());
        }
    }

    private Composer composer(List<Project> projects) {
        var composer = new Composer(new Composer.Gestures() {
            @Override
            public boolean send(String text, Mode mode) {
                return begin(text, mode);
            }

            @Override
            public void stop() {
                // Nothing works here yet.
            }
        });
        visibility.setAriaLabel(Words.of("start.visibility"));
        visibility.setItems(Visibility.values());
        visibility.setItemLabelGenerator(it -> Words.of("visibility." + it.name()));
        visibility.setValue(Visibility.PRIVATE);
        visibility.addClassName("picker");
        composer.addToFoot(visibility);
        project.setAriaLabel(Words.of("start.project"));
        project.setItems(projects);
        project.setItemLabelGenerator(it -> it.name().value());
        project.addClassName("picker");
        project.addValueChangeListener(change -> {
            below.removeAll();
            if (change.getValue() != null) {
                below.add(new Questions(change.getValue().name(), hub, me, text -> begin(text, Mode.WORK)));
            }
        });
        project.setValue(draft.project(projects));
        composer.addToFoot(project);
        composer.draft(draft.text());
        composer.focus();
        return composer;
    }

    private boolean begin(String text, Mode mode) {
        try {
            Message message = new Message(UUID.randomUUID(), text, mode);
            Session session =
                    hub.sessions().create(new NewSession(project.getValue().id(), null, visibility.getValue()));
            hub.sessions().say(session.id(), message);
            started.accept(session);
            return true;
        } catch (HubException refusal) {
            Toast.refused(refusal);
            return false;
        }
    }
}
