package io.atmoshub.web.session;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.project.ProjectName;
import io.atmoshub.web.face.Words;
import java.util.List;
import java.util.function.Consumer;

/// Three good first questions about a project, and who answers them.
final class Questions extends Div {
    Questions(ProjectName project, Consumer<String> ask) {
        addClassName("questions");
        for (String key : List.of("question.files", "question.search", "question.write")) {
            String question = Words.of(key, project.value());
            var button = new NativeButton();
            button.add(new Span(question));
            button.addClickListener(click -> ask.accept(question));
            button.getElement().setAttribute("type", "button");
            add(button);
        }
        var model = new Paragraph(Words.of("question.model"));
        model.addClassName("quiet");
        add(model);
    }
}
