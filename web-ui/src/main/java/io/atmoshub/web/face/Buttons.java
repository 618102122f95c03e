package io.atmoshub.web.face;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.NativeButton;

/// The kinds of button there are.
public final class Buttons {
    private Buttons() {}

    /// The one thing a page or a dialog is for.
    public static Button primary(String words, ComponentEventListener<ClickEvent<Button>> then) {
        var button = new Button(words, then);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    public static Button plain(String words, ComponentEventListener<ClickEvent<Button>> then) {
        return new Button(words, then);
    }

    /// Only a drawing; its words are for those who don't see it and for those who hover.
    public static NativeButton icon(Icon icon, String words, ComponentEventListener<ClickEvent<NativeButton>> then) {
        var button = new NativeButton();
        button.add(icon.draw());
        button.addClickListener(then);
        button.addClassName("icon-button");
        button.getElement().setAttribute("aria-label", words).setAttribute("title", words);
        button.getElement().setAttribute("type", "button");
        return button;
    }
}
