package io.atmoshub.web.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.atmoshub.web.Browserless;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PageHeadTest extends Browserless {
    private static Document page() {
        Document page = Jsoup.parse("<html><head><base href='.'><script>vaadin()</script></head><body></body></html>");
        new PageHead()
                .modifyIndexHtmlResponse(
                        new IndexHtmlResponse(VaadinRequest.getCurrent(), VaadinResponse.getCurrent(), page));
        return page;
    }

    @Test
    void everyScriptCarriesTheNonceOfTheAnswer() {
        VaadinRequest.getCurrent().setAttribute(PageHead.NONCE, "n0nce");

        assertThat(page().select("script"))
                .hasSizeGreaterThan(4)
                .allMatch(it -> it.attr("nonce").equals("n0nce"));
    }

    @Test
    void withoutAPolicyThereIsNoNonce() {
        assertThat(page().select("script[nonce]")).isEmpty();
    }

    @Test
    void theThemeIsChosenBeforeAnythingIsPainted() {
        Document page = page();

        assertThat(page.select("script").first().attr("src")).startsWith("hub/theme.js?v=");
        assertThat(page.select("script[src*=theme.js]").hasAttr("defer")).isFalse();
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void anAddressChangesWithTheContentAndOnlyThen() {
        assertThat(page().select("link[rel=stylesheet]"))
                .hasSize(6)
                .allMatch(it -> it.attr("href").matches("hub/[a-z]+\\.css\\?v=[0-9a-f]+"));
        assertThat(Asset.address("hub/chat.css")).isEqualTo(Asset.address("hub/chat.css"));
        assertThatThrownBy(() -> Asset.address("hub/none.css")).isInstanceOf(IllegalStateException.class);
    }
}
