package io.atmoshub.web.face;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;

/// The product's mark: layers of air over a horizon.
@Tag("svg")
public final class Mark extends Component {
    public Mark() {
        getElement()
                .setAttribute("viewBox", "0 0 32 32")
                .setAttribute("class", "mark")
                .setAttribute("aria-hidden", "true");
        arc("M4 22a12 12 0 0 1 24 0", "outer");
        arc("M9 22a7 7 0 0 1 14 0", "middle");
        arc("M13.5 22a2.5 2.5 0 0 1 5 0", "inner");
        arc("M3 26.5h26", "horizon");
    }

    private void arc(String path, String name) {
        getElement().appendChild(new Element("path").setAttribute("d", path).setAttribute("class", name));
    }
}
