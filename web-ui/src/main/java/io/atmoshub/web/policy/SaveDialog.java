package io.atmoshub.web.policy;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.atmoshub.hub.session.FileChange;
import io.atmoshub.web.face.Buttons;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.session.DiffView;
import java.util.function.Consumer;

/// Shows what changes, and asks why.
final class SaveDialog extends Dialog {
    private final TextField reason = new TextField(Words.of("policy.reason"));
    private final Consumer<String> then;

    SaveDialog(String before, String after, Consumer<String> then) {
        this.then = then;
        setHeaderTitle(Words.of("policy.save.title"));
        addClassName("save-policy");
        reason.setWidthFull();
        reason.setMaxLength(500);
        reason.setRequired(true);
        var change = new Div(
                before.equals(after)
                        ? new Div(Words.of("policy.unchanged"))
                        : new DiffView(new FileChange("policy.yaml", before.isEmpty() ? null : before, after)));
        add(change, reason);
        getFooter()
                .add(
                        Buttons.plain(Words.of("cancel"), click -> close()),
                        Buttons.primary(Words.of("policy.save"), click -> save()));
        addOpenedChangeListener(opened -> reason.focus());
    }

    private void save() {
        if (reason.getValue().isBlank()) {
            reason.setInvalid(true);
            reason.setErrorMessage(Words.of("policy.reason.missing"));
            return;
        }
        close();
        then.accept(reason.getValue());
    }
}
