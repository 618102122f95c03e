package io.atmoshub.web.stack;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.stack.ComponentRef;
import io.atmoshub.hub.stack.Neighbours;
import io.atmoshub.web.face.Words;
import java.util.ArrayList;
import java.util.List;

/// What a component depends on, at its left, and what depends on it, at its right.
final class NeighbourGraph {
    private static final int MOST = 40;

    private NeighbourGraph() {}

    static Component of(ProjectId project, ComponentRef here, Neighbours neighbours) {
        List<ComponentRef> before = neighbours.dependencies();
        List<ComponentRef> after = neighbours.dependents();
        var about = new Paragraph(
                before.isEmpty() && after.isEmpty()
                        ? Words.of("stacks.neighbours.none", here.component())
                        : Words.of("stacks.neighbours.about", here.component(), before.size(), after.size()));
        about.addClassName("quiet");
        List<Graph.Box> boxes = new ArrayList<>();
        List<Graph.Line> lines = new ArrayList<>();
        int middle = before.isEmpty() ? 0 : 1;
        boxes.add(
                new Graph.Box("here", middle, here.stack(), here.component(), here.toString(), Graph.Tone.HERE, null));
        side(project, before, 0, "before", boxes);
        side(project, after, middle + 1, "after", boxes);
        for (Graph.Box box : boxes) {
            if (box.column() < middle) {
                lines.add(new Graph.Line(box.id(), "here"));
            } else if (box.column() > middle) {
                lines.add(new Graph.Line("here", box.id()));
            }
        }
        return new Div(about, new Graph(Words.of("stacks.neighbours"), boxes, lines));
    }

    private static void side(
            ProjectId project, List<ComponentRef> refs, int column, String name, List<Graph.Box> boxes) {
        for (ComponentRef each : refs.subList(0, Math.min(MOST, refs.size()))) {
            boxes.add(new Graph.Box(
                    name + boxes.size(),
                    column,
                    each.stack(),
                    each.component(),
                    each.toString(),
                    Graph.Tone.MATTERS,
                    Address.of(project, each).showing(Address.Show.NEIGHBOURS).path()));
        }
        if (refs.size() > MOST) {
            boxes.add(new Graph.Box(
                    name + "more",
                    column,
                    "",
                    Words.of("stacks.neighbours.more", refs.size() - MOST),
                    "",
                    Graph.Tone.QUIET,
                    null));
        }
    }
}
