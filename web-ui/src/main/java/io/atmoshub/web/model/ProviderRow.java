package io.atmoshub.web.model;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.model.ConnectionTest;
import io.atmoshub.hub.model.ProviderKey;
import io.atmoshub.hub.model.ProviderSetup;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Words;
import java.util.function.Function;

/// One provider: how it stands, in words; set it up, test it.
final class ProviderRow extends Div {
    private final ProviderSetup setup;
    private final Function<String, ConnectionTest> asking;
    private final Span outcome = new Span();
    private final Button test;

    ProviderRow(ProviderSetup setup, Function<String, ConnectionTest> asking, Runnable change) {
        this.setup = setup;
        this.asking = asking;
        addClassName("row");
        var name = new Span(setup.title());
        name.addClassName("name");
        var state = new Span(state(setup));
        state.addClassNames("badge", setup.ready() ? "good" : setup.enabled() ? "waiting" : "off");
        var about = new Div(new Span(about(setup)));
        about.addClassName("quiet");
        outcome.getElement().setAttribute("role", "status");
        outcome.addClassName("outcome");
        test = Buttons.plain(Words.of("models.test"), click -> test());
        test.addThemeName("small");
        test.setVisible(setup.ready());
        var edit = Buttons.plain(Words.of("models.setUp"), click -> change.run());
        edit.addThemeName("small");
        edit.setAriaLabel(Words.of("models.setUp.of", setup.title()));
        var actions = new Div(test, edit);
        actions.addClassName("actions");
        add(new Div(new Div(name, state), about, new Div(outcome)), actions);
    }

    private static String state(ProviderSetup setup) {
        return Words.of(setup.ready() ? "models.on" : setup.enabled() ? "models.missing" : "models.off");
    }

    private static String about(ProviderSetup setup) {
        if (setup.enabled() && setup.missing() != null) {
            return setup.missing();
        }
        ProviderKey key = setup.key();
        String with = key == null
                ? Words.of("models.noKey")
                : key.variable() == null
                        ? Words.of("models.key", key.end())
                        : Words.of("models.keyFrom", key.variable(), key.end());
        return setup.ready() && setup.defaultModel() != null
                ? Words.of(
                        "models.answers", setup.defaultModel(), setup.models().size(), with)
                : with;
    }

    /// A provider may take seconds; the page does not wait for it.
    private void test() {
        UI ui = UI.getCurrent();
        test.setEnabled(false);
        outcome.removeClassNames("good", "bad");
        outcome.setText(Words.of("models.testing", setup.title()));
        Thread.ofVirtual().name("connection-test").start(() -> {
            ConnectionTest came = ask();
            var unused = ui.access(() -> show(came));
        });
    }

    private ConnectionTest ask() {
        try {
            return asking.apply(setup.provider());
        } catch (HubException refusal) {
            return new ConnectionTest(false, refusal.what(), refusal.hint());
        }
    }

    private void show(ConnectionTest came) {
        test.setEnabled(true);
        outcome.addClassName(came.ok() ? "good" : "bad");
        outcome.setText(came.ok() ? came.sentence() : came.sentence() + " " + came.hint());
    }
}
