package io.atmoshub.web.markdown;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown from anybody, made into HTML that can do no harm: raw HTML comes out as text, links lead only to
/// where {@link SafeLink} lets them, images become links, and no attribute is taken over unchecked.
public final class SafeMarkdown {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    /// Nested deeper than this, a text is an attack on the parser rather than an answer.
    private static final int DEEPEST = 40;

    private static final Parser PARSER =
            Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(DEEPEST).build();
    private static final Parser WITH_PLACES = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .nodeRendererFactory(CodeBlock::new)
            .nodeRendererFactory(SafeLink::new)
            .nodeRendererFactory(WideTable::new)
            // Last: the first to know a node renders it.
            .extensions(EXTENSIONS)
            .build();

    private SafeMarkdown() {}

    /// A whole text.
    public static String html(String markdown) {
        String text = readable(markdown);
        try {
            return RENDERER.render(PARSER.parse(text));
        } catch (StackOverflowError e) {
            // Thousands of nested emphases: nobody means that. The text as it is loses nothing.
            return "<pre class=\"plain\">" + Html.escape(text) + "</pre>";
        }
    }

    /// The blocks of a text with the places they came from.
    static Node parse(String markdown) {
        return WITH_PLACES.parse(markdown);
    }

    /// One line, such as a tool's words: what is set inside a paragraph, without the paragraph.
    public static String line(String markdown) {
        Node first =
                PARSER.parse(readable(markdown.strip().replaceAll("\\s+", " "))).getFirstChild();
        if (!(first instanceof Paragraph)) {
            return Html.escape(readable(markdown));
        }
        StringBuilder html = new StringBuilder();
        for (Node child = first.getFirstChild(); child != null; child = child.getNext()) {
            html.append(RENDERER.render(child));
        }
        return html.toString();
    }

    /// Characters that turn the direction of what follows could make a text read as something it is not, such
    /// as a program's name that seems to end in `.txt`; they are shown instead of obeyed.
    public static String readable(String text) {
        StringBuilder seen = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (misleading(c)) {
                if (seen == null) {
                    seen = new StringBuilder(text.substring(0, i));
                }
                seen.append('\uFFFD');
            } else if (seen != null) {
                seen.append(c);
            }
        }
        return seen == null ? text : seen.toString();
    }

    private static boolean misleading(char c) {
        return (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200E'
                || c == '\u200F'
                || c == '\u061C'
                || (c < ' ' && c != '\n' && c != '\t' && c != '\r');
    }

    /// The text of an image, which is never loaded: its address would tell a stranger who reads this.
    static String words(Image image) {
        StringBuilder words = new StringBuilder();
        collect(image, words);
        return words.toString();
    }

    private static void collect(Node node, StringBuilder words) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof org.commonmark.node.Text text) {
                words.append(text.getLiteral());
            }
            collect(child, words);
        }
    }
}
