package io.atmoshub.web.mirror;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.atmoshub.hub.HubException;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Toast;
import io.atmoshub.web.face.Words;
import java.util.function.Consumer;

/// Says what will happen, and asks why.
final class ReasonDialog extends Dialog {
    private final TextField reason = new TextField(Words.of("mirror.reason"));
    private final Consumer<String> then;

    /// @param key of the words: title, `.text` and `.yes`
    /// @param what it is about
    ReasonDialog(String key, String what, Consumer<String> then) {
        this.then = then;
        setHeaderTitle(Words.of(key));
        reason.setWidthFull();
        reason.setMaxLength(500);
        reason.setRequired(true);
        var about = new Paragraph(what);
        about.addClassNames("mono", "what");
        var form = new Div(new Paragraph(Words.of(key + ".text")), about, reason);
        form.addClassName("form");
        add(form);
        getFooter()
                .add(
                        Buttons.plain(Words.of("cancel"), click -> close()),
                        Buttons.primary(Words.of(key + ".yes"), click -> decide()));
        addOpenedChangeListener(opened -> reason.focus());
    }

    private void decide() {
        if (reason.getValue().isBlank()) {
            reason.setInvalid(true);
            reason.setErrorMessage(Words.of("mirror.reason.missing"));
            return;
        }
        try {
            then.accept(reason.getValue());
            close();
        } catch (HubException refusal) {
            Toast.refused(refusal);
        }
    }
}
