package io.atmoshub.web.markdown;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/// A text that is complete, shown as Markdown.
@Tag("div")
public final class Markdown extends Component {
    private Markdown(String className, String html) {
        getElement().setAttribute("class", className);
        getElement().setProperty("innerHTML", html);
    }

    public static Markdown text(String markdown) {
        return new Markdown("markdown", SafeMarkdown.html(markdown));
    }

    /// Words in a line, such as "Read `atmos.yaml`".
    public static Markdown line(String markdown) {
        return new Markdown("markdown-line", SafeMarkdown.line(markdown));
    }

    /// What the browser gets.
    public String html() {
        return getElement().getProperty("innerHTML", "");
    }
}
