package io.atmoshub.web.markdown;

import io.atmoshub.web.face.Words;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// A block of code with its language, its file when one is named (` ```yaml stacks/prod.yaml` or
/// `title="stacks/prod.yaml"`), and a Copy button that a script of ours finds by its class.
final class CodeBlock implements NodeRenderer {
    /// Blocks with more lines begin folded.
    private static final int LONG = 40;

    private final HtmlWriter html;

    CodeBlock(HtmlNodeRendererContext context) {
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class, IndentedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof FencedCodeBlock block) {
            Label label = Label.of(block.getInfo() == null ? "" : block.getInfo());
            write(label, block.getLiteral());
        } else if (node instanceof IndentedCodeBlock block) {
            write(new Label("", ""), block.getLiteral());
        }
    }

    private void write(Label label, String code) {
        long lines = code.lines().count();
        html.line();
        html.tag("figure", Map.of("class", lines > LONG ? "code long" : "code"));
        html.tag("figcaption");
        span("file", label.file());
        span("lang", label.language());
        html.tag("button", Map.of("type", "button", "class", "copy"));
        html.text(Words.of("code.copy"));
        html.tag("/button");
        html.tag("/figcaption");
        html.tag("pre", Map.of("tabindex", "0"));
        html.tag(
                "code",
                label.language().isEmpty()
                        ? Map.<String, String>of()
                        : Map.of("class", "language-" + label.language()));
        html.text(code);
        html.tag("/code");
        html.tag("/pre");
        if (lines > LONG) {
            html.tag("button", Map.of("type", "button", "class", "unfold"));
            html.text(Words.of("code.unfold", lines));
            html.tag("/button");
        }
        html.tag("/figure");
        html.line();
    }

    private void span(String name, String text) {
        if (!text.isEmpty()) {
            html.tag("span", Map.of("class", name));
            html.text(text);
            html.tag("/span");
        }
    }

    /// What stands behind the opening fence.
    record Label(String language, String file) {
        static Label of(String info) {
            String[] words = info.strip().split("\\s+", 2);
            String first = words[0];
            String rest = words.length > 1 ? words[1] : "";
            String language = first.toLowerCase(Locale.ROOT);
            String file = rest.replaceFirst("^(title|file|filename)=", "").replaceAll("^\"|\"$", "");
            int colon = first.indexOf(':');
            if (rest.isEmpty() && colon > 0) {
                language = first.substring(0, colon).toLowerCase(Locale.ROOT);
                file = first.substring(colon + 1);
            }
            return new Label(
                    language.matches("[a-z0-9+#_-]{1,20}") ? language : "",
                    file.length() <= 200 && !file.contains("{") ? file : "");
        }
    }
}
