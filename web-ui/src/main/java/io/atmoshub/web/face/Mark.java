package io.atmoshub.web.face;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/// The product's mark: layers of air over a horizon.
@Tag("span")
public final class Mark extends Component {
    public Mark() {
        getElement().setAttribute("class", "mark").setAttribute("aria-hidden", "true");
        getElement().setProperty("innerHTML", """
                        <svg viewBox="0 0 32 32"><path class="outer" d="M4 22a12 12 0 0 1 24 0"/>\
                        <path class="middle" d="M9 22a7 7 0 0 1 14 0"/>\
                        <path class="inner" d="M13.5 22a2.5 2.5 0 0 1 5 0"/>\
                        <path class="horizon" d="M3 26.5h26"/></svg>\
                        """);
    }
}
