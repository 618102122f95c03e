package io.atmoshub.web.shell;

import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.atmoshub.web.face.Words;
import java.util.List;
import org.jsoup.nodes.Element;

/// Our scripts in the head of the page, before Vaadin's, and on every script the nonce that the content policy
/// of this answer asks for.
final class PageHead implements IndexHtmlRequestListener {
    /// The request attribute in which the server leaves the nonce.
    static final String NONCE = "hub.csp.nonce";

    /// The theme comes first: the page must not flash.
    private static final List<String> SCRIPTS =
            List.of("hub/theme.js", "hub/highlight/highlight.min.js", "hub/hcl.js", "hub/page.js", "hub/chat.js");

    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse page) {
        Element head = page.getDocument().head();
        page.getDocument().selectStream("html").forEach(html -> html.attr("lang", "en"));
        Element base = head.selectFirst("base");
        for (int i = SCRIPTS.size() - 1; i >= 0; i--) {
            Element script = new Element("script").attr("src", SCRIPTS.get(i));
            if (i > 0) {
                script.attr("defer", true);
            }
            if (base == null) {
                head.prependChild(script);
            } else {
                base.after(script);
            }
        }
        page.getDocument().body().prependElement("noscript").text(Words.of("connection.noScript"));
        if (page.getVaadinRequest().getAttribute(NONCE) instanceof String nonce) {
            page.getDocument().select("script").forEach(script -> script.attr("nonce", nonce));
        }
    }
}
