package io.atmoshub.web.markdown;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// Links that show where they lead, open apart from the hub, and only to web pages and mail. Any other
/// destination (`javascript:`, `data:`, this hub's own pages) leaves the words alone.
final class SafeLink implements NodeRenderer {
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;

    SafeLink(HtmlNodeRendererContext context) {
        this.context = context;
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Link.class, Image.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Link link) {
            Optional<String> destination = destination(link.getDestination());
            destination.ifPresent(this::open);
            children(link);
            destination.ifPresent(at -> html.tag("/a"));
        } else if (node instanceof Image image) {
            String words = SafeMarkdown.words(image);
            Optional<String> destination = destination(image.getDestination());
            destination.ifPresent(this::open);
            html.text(words.isBlank() ? destination.orElse("") : words);
            destination.ifPresent(at -> html.tag("/a"));
        }
    }

    /// Where a link may lead: an absolute address with a scheme of the list, and for the web a host that
    /// no user name stands before (`https://bank.example@evil.example`).
    static Optional<String> destination(String written) {
        try {
            URI uri = new URI(written.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!SCHEMES.contains(scheme)) {
                return Optional.empty();
            }
            boolean mail = scheme.equals("mailto");
            boolean plainHost = uri.getHost() != null && uri.getRawUserInfo() == null;
            return mail || plainHost ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private void open(String destination) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("href", destination);
        attributes.put("title", destination);
        attributes.put("target", "_blank");
        attributes.put("rel", "noopener noreferrer nofollow");
        html.tag("a", attributes);
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }
}
