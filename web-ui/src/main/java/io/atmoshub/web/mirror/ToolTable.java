package io.atmoshub.web.mirror;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.mirror.Mirror;
import io.atmoshub.hub.mirror.MirrorUsage.ToolUsage;
import io.atmoshub.web.face.Words;
import io.atmoshub.web.markdown.SafeMarkdown;
import java.util.List;

/// A row for each tool, the most often taken first; it opens to its files.
final class ToolTable extends Div {
    private static final int MOST_VERSIONS = 4;

    ToolTable(Mirror mirror, boolean admin, List<ToolUsage> tools, Runnable changed) {
        addClassName("tools");
        for (ToolUsage tool : tools) {
            var row = new NativeDetails();
            row.setSummary(summary(tool));
            row.addToggleListener(toggle -> {
                if (toggle.isOpened() && row.getContent() == null) {
                    row.setContent(new FileList(mirror, admin, tool, changed));
                }
            });
            add(row);
        }
    }

    private static Component summary(ToolUsage tool) {
        var name = new Span(tool.tool().isEmpty() ? Words.of("mirror.other") : SafeMarkdown.readable(tool.tool()));
        name.addClassName("name");
        var about = new Span(versions(tool) + (tool.platforms().isEmpty() ? "" : " · " + platforms(tool)));
        about.addClassName("quiet");
        var taken = new Span(Words.of("mirror.taken", tool.downloads()));
        var size = new Span(Size.of(tool.bytes()));
        size.addClassName("size");
        var row = new Div(new Div(name, about), taken, size);
        row.addClassName("tool");
        return row;
    }

    private static String versions(ToolUsage tool) {
        List<String> newest = tool.versions().reversed().stream()
                .limit(MOST_VERSIONS)
                .map(SafeMarkdown::readable)
                .toList();
        int more = tool.versions().size() - newest.size();
        return String.join(", ", newest) + (more > 0 ? " " + Words.of("mirror.more", more) : "");
    }

    private static String platforms(ToolUsage tool) {
        return String.join(", ", tool.platforms()).replace('_', '/');
    }
}
