package io.atmoshub.web.stack;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import io.atmoshub.web.markdown.SafeMarkdown;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Elements that are drawn in one go, since there are thousands of them and nothing of theirs changes. Texts and
/// attributes are escaped by whoever writes the tree, so no value can become markup.
final class Html {
    private Html() {}

    static Element element(String tag, String classes) {
        var element = new Element(tag);
        return classes.isEmpty() ? element : element.attr("class", classes);
    }

    /// What stands in a project's files was written by anybody: it is shown with what turns its direction visible.
    static Element text(String tag, String classes, String text) {
        return element(tag, classes).appendText(SafeMarkdown.readable(text));
    }

    /// What one sees when one points at it.
    static Element titled(Element element, String title) {
        return element.attr("title", SafeMarkdown.readable(title));
    }

    static Element link(String classes, String href, String text) {
        return text("a", classes, text).attr("href", href);
    }

    /// The element's content as a component.
    static Component draw(Element content) {
        var page = new Document("");
        page.outputSettings().prettyPrint(false);
        page.appendChild(content);
        return new Drawn(content.outerHtml());
    }

    @Tag("div")
    private static final class Drawn extends Component {
        Drawn(String html) {
            getElement().setProperty("innerHTML", html);
        }
    }
}
