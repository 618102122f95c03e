package io.atmoshub.web.markdown;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/// A text that is still being written. The browser keeps what it got; see `chat.js` for its side.
@Tag("div")
public final class LiveMarkdown extends Component {
    private final GrowingText text = new GrowingText();

    public LiveMarkdown() {
        getElement().setAttribute("class", "markdown live");
    }

    public void put(int offset, String piece) {
        text.put(offset, piece);
    }

    /// Brings the page up to date.
    public void flush() {
        for (GrowingText.Step step : text.steps()) {
            switch (step) {
                case GrowingText.Step.Keep(String html, boolean joins) -> call("keep", html, joins);
                case GrowingText.Step.Open(String html) -> call("open", html, false);
                case GrowingText.Step.Grow(String more) -> call("grow", more, false);
                case GrowingText.Step.Restart() -> call("restart", "", false);
            }
        }
    }

    public String text() {
        return text.text();
    }

    private void call(String step, String content, boolean joins) {
        getElement().executeJs("window.hub.live(this, $0, $1, $2)", step, content, joins);
    }
}
