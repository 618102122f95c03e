package io.atmoshub.web.session;

import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.session.AgentOffer;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;
import java.util.List;
import java.util.function.Consumer;

/// Who answers in a session; whoever may speak there chooses somebody else from a menu.
final class AgentPicker extends Div {
    private final Span name = new Span();

    AgentPicker(List<AgentOffer> offers, boolean chooses, Consumer<AgentOffer> gesture) {
        addClassName("agent");
        show(offers.stream()
                .filter(AgentOffer::byDefault)
                .map(AgentOffer::displayName)
                .findFirst()
                .orElse(""));
        if (!chooses) {
            add(name);
            return;
        }
        var button = new NativeButton();
        button.add(name);
        button.addClassName("project");
        button.getElement()
                .setAttribute("type", "button")
                .setAttribute("aria-haspopup", "menu")
                .setAttribute("title", Words.of("agent.choose"));
        var menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        for (AgentOffer offer : offers) {
            var words = new Span(SafeMarkdown.readable(offer.displayName()));
            words.getElement().setAttribute("title", SafeMarkdown.readable(offer.description()));
            menu.addItem(words, click -> gesture.accept(offer));
        }
        add(button);
    }

    void event(Happening what) {
        if (what instanceof Happening.AgentChosen(String _, String displayName)) {
            show(displayName);
        }
    }

    private void show(String displayName) {
        name.setText(Words.of("agent.answers", SafeMarkdown.readable(displayName)));
    }
}
