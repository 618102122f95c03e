package io.atmoshub.web.face;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/// A line drawing of 16 × 16, as inline SVG that takes the colour of its text. Decorative: the words stand beside it.
public enum Icon {
    CHAT("M2.5 3.5h11v7.5h-6l-3 2.5v-2.5h-2z"),
    STACKS("M8 2.5l5.5 3L8 8.5l-5.5-3z M2.5 8.2L8 11.2l5.5-3 M2.5 10.8L8 13.8l5.5-3"),
    AUDIT("M3.5 2.5h9v11h-9z M5.75 5.5h4.5 M5.75 8h4.5 M5.75 10.5h2.5"),
    PEOPLE("M6 7.5a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5z M2 13c0-2.2 1.8-3.6 4-3.6s4 1.4 4 3.6"
            + " M10.5 3.3a2.1 2.1 0 0 1 0 4 M11.8 9.7c1.4.5 2.2 1.7 2.2 3.3"),
    KEY("M6 11.5a3 3 0 1 1 2.6-4.4h5.4v2h-1.5v1.7h-2V9.4H8.6A3 3 0 0 1 6 11.5z M5.6 8.5h.01"),
    SPARK("M8 2.5l1.4 4.1 4.1 1.4-4.1 1.4L8 13.5l-1.4-4.1L2.5 8l4.1-1.4z"),
    USAGE("M3 13V8.5 M6.3 13V4 M9.7 13V6.5 M13 13V2.5"),
    SEARCH("M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9z M10.3 10.3l3.2 3.2"),
    PLUS("M8 3v10 M3 8h10"),
    SEND("M8 13V3.5 M4 7.5l4-4 4 4"),
    STOP("M4.5 4.5h7v7h-7z"),
    MORE("M3.5 8h.01 M8 8h.01 M12.5 8h.01"),
    CHEVRON("M6 3.5L10.5 8 6 12.5"),
    BACK("M10 3.5L5.5 8l4.5 4.5"),
    DOWN("M8 3v9.5 M4 8.5l4 4 4-4"),
    MENU("M2.5 4.5h11 M2.5 8h11 M2.5 11.5h11"),
    CLOSE("M4 4l8 8 M12 4l-8 8"),
    CHECK("M3 8.5l3.2 3.2L13 5"),
    FILE("M4 2.5h5l3 3v8H4z M9 2.5v3h3"),
    EDIT("M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3z"),
    FOLDER("M2.5 4h4l1.3 1.5h5.7v7h-11z"),
    SHIELD("M8 2.5l4.5 1.6v3.4c0 3-1.8 5-4.5 6-2.7-1-4.5-3-4.5-6V4.1z"),
    LOCK("M4 7.5h8v5.5H4z M5.5 7.5V5.3a2.5 2.5 0 0 1 5 0v2.2"),
    GLOBE("M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11z M2.5 8h11 M8 2.5c2 2 2 9 0 11 M8 2.5c-2 2-2 9 0 11"),
    TOOL("M9.5 6.5l-6 6 M9.3 3.2a3 3 0 0 0 3.6 3.6 M10 6l2.5-2.5"),
    WARNING("M8 3l5.5 9.5h-11z M8 6.8v2.6 M8 11h.01"),
    CLOCK("M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11z M8 5v3.2l2 1.3"),
    LINK(
            "M6.7 9.3l2.6-2.6 M7.5 4.8l1.2-1.2a2.6 2.6 0 0 1 3.7 3.7l-1.2 1.2 M8.5 11.2l-1.2 1.2a2.6 2.6 0 0 1-3.7-3.7l1.2-1.2"),
    THEME("M8 13.5a5.5 5.5 0 1 0 0-11z M8 2.5a5.5 5.5 0 0 0 0 11"),
    THUMB_UP("M5.5 7.5v6h-3v-6z M5.5 7.5l2.7-5c1.2 0 1.8.8 1.5 2l-.5 2h3.6l-.9 5.6c-.1.8-.8 1.4-1.6 1.4H5.5"),
    THUMB_DOWN("M5.5 8.5v-6h-3v6z M5.5 8.5l2.7 5c1.2 0 1.8-.8 1.5-2l-.5-2h3.6l-.9-5.6c-.1-.8-.8-1.4-1.6-1.4H5.5"),
    AGAIN("M13 8a5 5 0 1 1-1.5-3.6 M13 2.5v3h-3"),
    LEAVE("M6.5 3H3v10h3.5 M10 5l3 3-3 3 M13 8H6.5");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    public Component draw() {
        return new Drawing(path);
    }

    /// Written as HTML, since Flow would set `viewBox` in small letters, which SVG does not know.
    @Tag("span")
    private static final class Drawing extends Component {
        Drawing(String path) {
            getElement().setAttribute("class", "icon").setAttribute("aria-hidden", "true");
            getElement().setProperty("innerHTML", "<svg viewBox=\"0 0 16 16\"><path d=\"%s\"/></svg>".formatted(path));
        }
    }
}
