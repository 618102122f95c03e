package io.atmoshub.web.mirror;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.Markdown;
import java.util.List;

/// How to point a client at this hub, with the settings to copy.
final class ClientSettings extends Div {
    private static final List<String> CLIENTS = List.of("atmos", "mise", "aqua", "curl", "terraform");

    ClientSettings() {
        addClassName("clients");
        var about = new Paragraph(Words.of("mirror.clients.about"));
        about.addClassName("quiet");
        add(new H2(Words.of("mirror.clients")), about);
        for (String client : CLIENTS) {
            add(new NativeDetails(
                    Words.of("mirror.client." + client),
                    Markdown.text(Words.of("mirror.client.%s.how".formatted(client)))));
        }
        // Only the browser knows by which name people reach this hub.
        getElement().executeJs("""
                const here = new URL('.', document.baseURI).href.replace(/\\/$/, '');
                this.querySelectorAll('code').forEach(code =>
                    code.textContent = code.textContent.replaceAll('https://hub.example.com', here)
                        .replaceAll('hub.example.com', new URL(here).host))""");
    }
}
