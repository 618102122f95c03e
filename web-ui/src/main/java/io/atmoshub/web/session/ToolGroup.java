package io.atmoshub.web.session;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.atmoshub.web.face.Words;
import java.util.ArrayList;
import java.util.List;

/// Tool calls that follow each other. Ten and more fold into one line, which opens again; one that waits for
/// a person is never folded away.
final class ToolGroup extends Div {
    private static final int MANY = 10;

    private final List<ToolLine> lines = new ArrayList<>();
    private final NativeButton fold = new NativeButton();
    private final Div list = new Div();
    private boolean opened;

    ToolGroup() {
        addClassName("tools");
        fold.addClassName("fold");
        fold.getElement().setAttribute("type", "button");
        fold.setVisible(false);
        fold.addClickListener(click -> {
            opened = !opened;
            refresh();
        });
        add(fold, list);
    }

    void add(ToolLine line) {
        lines.add(line);
        list.add(line);
        refresh();
    }

    void refresh() {
        boolean many = lines.size() >= MANY;
        boolean folded = many && !opened;
        fold.setVisible(many);
        fold.setText(Words.of(folded ? "tool.fold" : "tool.unfold", lines.size()));
        fold.getElement().setAttribute("aria-expanded", Boolean.toString(!folded));
        lines.forEach(line -> line.setVisible(!folded || line.waiting()));
    }
}
