package io.atmoshub.web.face;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/// A person's initials in a circle, in a colour of their own. Decorative: the name stands beside it.
public final class Face extends Span {
    private static final int COLOURS = 8;

    public Face(String name) {
        setText(initials(name));
        addClassNames("face", "face-" + Math.floorMod(name.hashCode(), COLOURS));
        getElement().setAttribute("aria-hidden", "true");
    }

    static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        String first = firstCharacter(words[0]);
        String last = words.length > 1 ? firstCharacter(words[words.length - 1]) : "";
        return (first + last).toUpperCase(Locale.ROOT);
    }

    private static String firstCharacter(String word) {
        return word.isEmpty() ? "" : Character.toString(word.codePointAt(0));
    }
}
