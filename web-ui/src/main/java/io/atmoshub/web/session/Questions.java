package io.atmoshub.web.session;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.project.ProjectName;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.model.ModelsView;
import java.util.List;
import java.util.function.Consumer;

/// Three good first questions about a project, and who answers them.
final class Questions extends Div {
    Questions(ProjectName project, Hub hub, Person me, Consumer<String> ask) {
        addClassName("questions");
        for (String key : List.of("question.files", "question.search", "question.write")) {
            String question = Words.of(key, project.value());
            var button = new NativeButton();
            button.add(new Span(question));
            button.addClickListener(click -> ask.accept(question));
            button.getElement().setAttribute("type", "button");
            add(button);
        }
        if (hub.models().offered().size() > 1) {
            return;
        }
        var model = new Paragraph(Words.of("question.model") + " ");
        model.addClassName("quiet");
        if (me.role() == Role.ADMIN) {
            model.add(new RouterLink(Words.of("question.connect"), ModelsView.class));
        }
        add(model);
    }
}
