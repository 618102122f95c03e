package io.atmoshub.web.policy;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.policy.WhatHappens;
import io.atmoshub.hub.policy.WhatIf;
import io.atmoshub.hub.project.Project;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What would happen if: a call, and the decision with its rule. An admin tries the document as it stands in the
// editor.
final class Simulator extends Div {
    private final Hub hub;
    private final Supplier<Optional<String>> draft;
    private final TextField tool = new TextField(Words.of("whatif.tool"));
    private final TextField person = new TextField(Words.of("whatif.person"));
    private final Select<Project> project = new Select<>();
    private final TextField stack = new TextField(Words.of("whatif.stack"));
    private final TextField environment = new TextField(Words.of("whatif.environment"));
    private final TextField component = new TextField(Words.of("whatif.component"));
    private final TextField path = new TextField(Words.of("whatif.path"));
    private final Div answer = new Div();

    Simulator(Hub hub, boolean admin, Supplier<Optional<String>> draft) {
        this.hub = hub;
        this.draft = draft;
        addClassName("simulator");
        tool.setValue("file_write");
        person.setVisible(admin);
        person.setPlaceholder(hub.account().me().person().login().value());
        project.setItems(
                hub.projects().list(PageRequest.first(PageRequest.MOST)).items());
        project.setLabel(Words.of("whatif.project"));
        project.setEmptySelectionAllowed(true);
        project.setItemLabelGenerator(
                each -> Optional.ofNullable(each).map(one -> one.name().value()).orElse(""));
        path.setPlaceholder("stacks/prod.yaml");
        answer.addClassName("answer");
        answer.getElement().setAttribute("role", "status");
        var form = new Div(tool, person, project, stack, environment, component, path);
        form.addClassName("what-if");
        for (TextField field : new TextField[] {tool, person, stack, environment, component, path}) {
            field.addKeyDownListener(Key.ENTER, key -> ask());
        }
        add(new H2(Words.of("whatif.title")), form, Buttons.plain(Words.of("whatif.ask"), click -> ask()), answer);
    }

    private void ask() {
        answer.removeAll();
        try {
            WhatHappens happens = hub.policies()
                    .whatIf(new WhatIf(
                            tool.getValue().strip(),
                            project.getValue() == null
                                    ? null
                                    : project.getValue().id(),
                            given(person),
                            null,
                            given(stack),
                            given(environment),
                            given(component),
                            given(path),
                            Map.of(),
                            draft.get().orElse(null)));
            var rule = new Span(SafeMarkdown.readable(happens.rule()));
            answer.add(RuleTable.verb(happens.verb()), rule);
            if (happens.demand().approvers() > 0) {
                answer.add(new Span(Words.of(
                        happens.demand().notTheAsker() ? "whatif.approvers.others" : "whatif.approvers",
                        happens.demand().approvers())));
            }
        } catch (HubException refusal) {
            var words = new Span(SafeMarkdown.readable(refusal.what() + " " + refusal.hint()));
            words.addClassName("refused");
            answer.add(words);
        }
    }

    private static @Nullable String given(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }
}
