package io.atmoshub.web.markdown;

import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/// A table that scrolls by itself when it is wider than the column, also with the keyboard.
final class WideTable implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;

    WideTable(HtmlNodeRendererContext context) {
        this.context = context;
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(TableBlock.class);
    }

    @Override
    public void render(Node table) {
        html.line();
        html.tag("div", Map.of("class", "table", "tabindex", "0"));
        html.tag("table");
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                html.tag("tr");
                for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    if (cell instanceof TableCell it) {
                        cell(it);
                    }
                }
                html.tag("/tr");
            }
        }
        html.tag("/table");
        html.tag("/div");
        html.line();
    }

    private void cell(TableCell cell) {
        String name = cell.isHeader() ? "th" : "td";
        html.tag(
                name,
                cell.getAlignment() == TableCell.Alignment.RIGHT ? Map.of("class", "right") : Map.<String, String>of());
        for (Node child = cell.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        html.tag("/" + name);
    }
}
