package io.atmoshub.web.stack;

import static io.atmoshub.web.stack.Html.element;
import static io.atmoshub.web.stack.Html.link;
import static io.atmoshub.web.stack.Html.text;
import static io.atmoshub.web.stack.Html.titled;

import com.vaadin.flow.component.html.Div;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.stack.ComponentRef;
import io.atmoshub.hub.stack.ComponentValue;
import io.atmoshub.hub.stack.ComponentValue.Kind;
import io.atmoshub.hub.stack.MergedComponent;
import io.atmoshub.hub.stack.Place;
import io.atmoshub.hub.stack.ValueLayer;
import io.atmoshub.web.face.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/// A merged component as YAML, each value with the place that set it; opened, a value shows every layer. What Atmos
/// computes stands at the end, folded.
final class ValueList extends Div {
    private static final Set<String> LOOKS_LIKE_SOMETHING_ELSE =
            Set.of("", "true", "false", "null", "~", "yes", "no", "on", "off");
    private static final Set<String> COMPUTED_SECTIONS = Set.of("component_info", "sources");

    private static final List<String> FIRST = List.of("vars", "settings", "env", "dependencies");

    private final ProjectId project;
    private final ComponentRef component;
    private final Map<List<String>, List<ComponentValue>> below = new HashMap<>();

    ValueList(ProjectId project, MergedComponent merged) {
        this.project = project;
        this.component = merged.component();
        addClassName("values");
        for (ComponentValue value : merged.values()) {
            List<String> above = value.path().subList(0, value.path().size() - 1);
            below.computeIfAbsent(above, path -> new ArrayList<>()).add(value);
        }
        Element all = element("div", "yaml");
        Element computed = element("div", "inside");
        List<ComponentValue> sections = new ArrayList<>(below.getOrDefault(List.of(), List.of()));
        sections.sort(Comparator.comparing(ValueList::rank));
        for (ComponentValue section : sections) {
            if (isComputed(section)) {
                computed.appendChild(drawn(section, false));
            } else if (!isEmpty(section)) {
                all.appendChild(drawn(section, false));
            }
        }
        if (computed.childrenSize() > 0) {
            all.appendChild(element("details", "computed")
                    .appendChild(text("summary", "", Words.of("stacks.computed")))
                    .appendChild(computed));
        }
        if (merged.more() > 0) {
            all.appendChild(text("p", "quiet", Words.of("stacks.more", merged.more())));
        }
        add(Html.draw(all));
    }

    /// What people look for first; the rest stays as Atmos has it.
    private static int rank(ComponentValue section) {
        int rank = FIRST.indexOf(section.path().getFirst());
        return rank < 0 ? FIRST.size() : rank;
    }

    private static boolean isComputed(ComponentValue section) {
        boolean single = section.kind() != Kind.MAPPING && section.kind() != Kind.LIST;
        return (single && section.layers().isEmpty())
                || COMPUTED_SECTIONS.contains(section.path().getFirst())
                || (section.kind() == Kind.LIST && section.at() == null);
    }

    private boolean isEmpty(ComponentValue value) {
        return (value.kind() == Kind.MAPPING || value.kind() == Kind.LIST) && !below.containsKey(value.path());
    }

    private Element drawn(ComponentValue value, boolean item) {
        Element key = key(value, item);
        return switch (value.kind()) {
            case MAPPING, LIST -> {
                if (isEmpty(value)) {
                    yield leaf(value, key, text("span", "plain", value.kind() == Kind.LIST ? "[]" : "{}"));
                }
                Element inside = element("div", "inside");
                for (ComponentValue each : below.getOrDefault(value.path(), List.of())) {
                    inside.appendChild(drawn(each, value.kind() == Kind.LIST));
                }
                yield element("details", "branch")
                        .attr("open", true)
                        .appendChild(element("summary", "").appendChild(key))
                        .appendChild(inside);
            }
            case TEXT -> leaf(value, key, words(value));
            case NUMBER -> leaf(value, key, text("span", "hljs-number", value.text()));
            case BOOLEAN, NOTHING -> leaf(value, key, text("span", "hljs-literal", value.text()));
        };
    }

    private static Element key(ComponentValue value, boolean item) {
        return item
                ? text("span", "dash", "-")
                : element("span", "key")
                        .appendChild(text("span", "hljs-attr", value.path().getLast()))
                        .appendText(":");
    }

    private static Element words(ComponentValue value) {
        String words = value.text();
        boolean quoted = LOOKS_LIKE_SOMETHING_ELSE.contains(words)
                || words.matches("[-+.\\d][\\d._eExX+-]*")
                || !words.equals(words.strip());
        return text(
                "span",
                value.unresolved() == null ? "hljs-string" : "unresolved",
                quoted && !words.contains("\n") ? "\"" + words + "\"" : words);
    }

    private Element leaf(ComponentValue value, Element key, Element shown) {
        Element line = element("summary", "").appendChild(key).appendText(" ").appendChild(shown.addClass("what"));
        if (value.unresolved() != null) {
            line.appendText(" ").appendChild(text("span", "badge warn", Words.of("stacks.unresolved")));
        }
        line.appendText(" ").appendChild(from(value));
        return element("details", "leaf").appendChild(line).appendChild(why(value));
    }

    /// The place that counts, and how many others there are.
    private static Element from(ComponentValue value) {
        Place at = value.at();
        Element from = element("span", "from");
        if (at == null && value.layers().isEmpty()) {
            return from.appendText(Words.of("stacks.isComputed"));
        }
        Place shown = at == null ? value.layers().getLast().at() : at;
        if (value.layers().size() > 1) {
            from.appendChild(text(
                            "span",
                            "count",
                            Words.of("stacks.layers", value.layers().size())))
                    .appendText(" ");
        }
        return titled(from, title(value))
                .appendChild(text("span", "file", shown.file()))
                .appendText(":" + shown.line());
    }

    private static String title(ComponentValue value) {
        StringBuilder title = new StringBuilder();
        for (ValueLayer layer : value.layers()) {
            title.append(layer.counts() ? "→ " : "   ")
                    .append(layer.at())
                    .append("  ")
                    .append(layer.text())
                    .append('\n');
        }
        return title.toString().stripTrailing();
    }

    private Element why(ComponentValue value) {
        Element why = element("div", "why");
        if (value.unresolved() != null) {
            why.appendChild(text("p", "", Words.of("stacks.unresolved.why", value.unresolved())));
        }
        if (value.layers().isEmpty()) {
            why.appendChild(text("p", "quiet", Words.of("stacks.computed.why")));
        } else {
            Element list = element("ol", "layers");
            value.layers().forEach(layer -> list.appendChild(layer(layer)));
            why.appendChild(list);
        }
        String path = String.join(".", value.path());
        return why.appendChild(link(
                "ask",
                Address.asking(project, Words.of("stacks.ask.value", path, component.component(), component.stack())),
                Words.of("stacks.ask")));
    }

    private static Element layer(ValueLayer layer) {
        Element line = element("li", layer.counts() ? "counts" : "lost");
        line.appendChild(element("span", "mark-of")
                .attr("title", Words.of(layer.counts() ? "stacks.counts" : "stacks.lost"))
                .appendText(layer.counts() ? "→" : ""));
        line.appendText(" ")
                .appendChild(text(
                        "span", "who", Words.of("stacks.layer." + layer.kind().name(), layer.name())));
        line.appendText(" ").appendChild(text("span", "place", layer.at().toString()));
        return line.appendText(" ").appendChild(text("span", "said", layer.text()));
    }
}
