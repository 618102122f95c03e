package io.atmoshub.web.face;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import io.atmoshub.hub.HubException;

/// Asks before something that can't be taken back.
public final class Confirm {
    private Confirm() {}

    public static void ask(String title, String text, String yes, Runnable then) {
        var dialog = new ConfirmDialog(title, text, yes, confirmed -> {
            try {
                then.run();
            } catch (HubException refusal) {
                Toast.refused(refusal);
            }
        });
        dialog.setCancelable(true);
        dialog.setCancelText(Words.of("cancel"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }
}
