package io.atmoshub.web.stack;

import static io.atmoshub.web.stack.Html.element;
import static io.atmoshub.web.stack.Html.text;
import static io.atmoshub.web.stack.Html.titled;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Boxes in columns with lines between them, as SVG. All places are attributes of it, so the strictest content policy
/// has nothing to refuse.
final class Graph extends Div {
    private static final int WIDTH = 216;
    private static final int HEIGHT = 44;
    private static final int GAP_X = 56;
    private static final int GAP_Y = 12;
    private static final int MARGIN = 2;

    /// A box.
    ///
    /// @param above small, over the name
    /// @param tone how it is set off
    /// @param href where a click leads, if anywhere
    record Box(
            String id,
            int column,
            String above,
            String name,
            String title,
            Tone tone,
            @Nullable String href) {}

    enum Tone {
        HERE,
        MATTERS,
        QUIET
    }

    record Line(String from, String to) {}

    private record Spot(int x, int y) {}

    private final Map<String, Spot> spots = new HashMap<>();
    private final Map<Integer, List<Box>> columns = new HashMap<>();

    Graph(String label, List<Box> boxes, List<Line> lines) {
        addClassName("graph");
        getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", label)
                .setAttribute("tabindex", "0");
        boxes.forEach(box -> columns.computeIfAbsent(box.column(), number -> new ArrayList<>())
                .add(box));
        int longest = columns.values().stream().mapToInt(List::size).max().orElse(0);
        int height = longest * (HEIGHT + GAP_Y) - GAP_Y + 2 * MARGIN;
        int last = columns.keySet().stream().mapToInt(number -> number).max().orElse(0);
        int width = (last + 1) * (WIDTH + GAP_X) - GAP_X + 2 * MARGIN;
        columns.forEach((number, column) -> place(number, column, longest));
        Element svg = element("svg", "")
                .attr("viewBox", "0 0 %d %d".formatted(width, height))
                .attr("width", Integer.toString(width))
                .attr("height", Integer.toString(height));
        lines.forEach(line -> draw(line, svg));
        boxes.forEach(box -> svg.appendChild(drawn(box)));
        add(Html.draw(svg));
    }

    /// A column stands in the middle of the height, unless it is the longest.
    private void place(int number, List<Box> column, int longest) {
        int free = (longest - column.size()) * (HEIGHT + GAP_Y) / 2;
        // Beside a very long column the middle would be out of sight.
        int top = MARGIN + Math.min(free, 160);
        for (int i = 0; i < column.size(); i++) {
            spots.put(column.get(i).id(), new Spot(MARGIN + number * (WIDTH + GAP_X), top + i * (HEIGHT + GAP_Y)));
        }
    }

    private void draw(Line line, Element svg) {
        Spot from = spots.get(line.from());
        Spot to = spots.get(line.to());
        if (from != null && to != null) {
            int x1 = from.x() + WIDTH;
            int y1 = from.y() + HEIGHT / 2;
            int y2 = to.y() + HEIGHT / 2;
            int bend = Math.max(GAP_X / 2, (to.x() - x1) / 2);
            svg.appendChild(element("path", "edge")
                    .attr(
                            "d",
                            "M%d %dC%d %d %d %d %d %d"
                                    .formatted(x1, y1, x1 + bend, y1, to.x() - bend, y2, to.x(), y2)));
        }
    }

    private Element drawn(Box box) {
        Spot spot = spots.getOrDefault(box.id(), new Spot(0, 0));
        Element inside = titled(
                element(
                        box.href() == null ? "div" : "a",
                        "box " + box.tone().name().toLowerCase(Locale.ROOT)),
                box.title());
        if (box.href() != null) {
            inside.attr("href", box.href());
        }
        inside.appendChild(text("span", "above", box.above()));
        inside.appendChild(text("span", "name", box.name()));
        return element("foreignObject", "")
                .attr("x", Integer.toString(spot.x()))
                .attr("y", Integer.toString(spot.y()))
                .attr("width", Integer.toString(WIDTH))
                .attr("height", Integer.toString(HEIGHT))
                .appendChild(inside);
    }
}
