package io.atmoshub.web.shell;

import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.atmoshub.web.face.Words;
import java.util.List;
import org.jsoup.nodes.Element;

/// Our styles and scripts in the head of the page, and on every script the nonce that the content policy
/// of this answer asks for.
final class PageHead implements IndexHtmlRequestListener {
    /// The request attribute in which the server leaves the nonce.
    static final String NONCE = "hub.csp.nonce";

    /// The theme comes first: the page must not flash.
    private static final List<String> SCRIPTS =
            List.of("hub/theme.js", "hub/highlight/highlight.min.js", "hub/hcl.js", "hub/page.js", "hub/chat.js");

    private static final List<String> STYLES = List.of(
            "hub/tokens.css", "hub/shell.css", "hub/chat.css", "hub/pages.css", "hub/stacks.css", "hub/policy.css");

    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse page) {
        Element head = page.getDocument().head();
        page.getDocument().selectStream("html").forEach(html -> html.attr("lang", "en"));
        Element base = head.selectFirst("base");
        for (int i = SCRIPTS.size() - 1; i >= 0; i--) {
            Element script = new Element("script").attr("src", Asset.address(SCRIPTS.get(i)));
            if (i > 0) {
                script.attr("defer", true);
            }
            if (base == null) {
                head.prependChild(script);
            } else {
                base.after(script);
            }
        }
        for (String style : STYLES) {
            head.appendElement("link").attr("rel", "stylesheet").attr("href", Asset.address(style));
        }
        page.getDocument().body().prependElement("noscript").text(Words.of("connection.noScript"));
        if (page.getVaadinRequest().getAttribute(NONCE) instanceof String nonce) {
            page.getDocument().select("script").forEach(script -> script.attr("nonce", nonce));
        }
    }
}
