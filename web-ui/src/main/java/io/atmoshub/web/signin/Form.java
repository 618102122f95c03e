package io.atmoshub.web.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;

/// A plain HTML form that the browser itself posts: passwords go to the sign-in and nowhere else, password
/// managers know what they see, and the answer is a fresh page.
@Tag("form")
final class Form extends Component {
    Form(String action) {
        getElement()
                .setAttribute("method", "post")
                .setAttribute("action", action)
                .setAttribute("class", "plain-form");
    }

    Form field(String name, String label, String type, String autocomplete) {
        Element input = new Element("input")
                .setAttribute("name", name)
                .setAttribute("type", type)
                .setAttribute("autocomplete", autocomplete)
                .setAttribute("required", true);
        if (type.equals("text")) {
            input.setAttribute("autocapitalize", "none").setAttribute("spellcheck", "false");
        }
        Element words = new Element("span");
        words.setText(label);
        getElement().appendChild(new Element("label").appendChild(words, input));
        return this;
    }

    Form atLeast(int characters) {
        Element label = getElement().getChild(getElement().getChildCount() - 1);
        label.getChild(1).setAttribute("minlength", Integer.toString(characters));
        return this;
    }

    /// The field where the cursor is when the page opens.
    Form first() {
        getElement().getChild(getElement().getChildCount() - 1).getChild(1).setAttribute("autofocus", true);
        return this;
    }

    Form carry(String name, String value) {
        getElement()
                .appendChild(new Element("input")
                        .setAttribute("type", "hidden")
                        .setAttribute("name", name)
                        .setAttribute("value", value));
        return this;
    }

    Form submit(String words) {
        Element button = new Element("button").setAttribute("type", "submit");
        button.setText(words);
        getElement().appendChild(button);
        return this;
    }
}
