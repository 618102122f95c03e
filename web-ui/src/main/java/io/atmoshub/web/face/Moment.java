package io.atmoshub.web.face;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A time, said relative to now with the exact one on hover. The browser words it, in its own zone, and keeps
/// it true (`page.js`); until then it stands there in UTC.
@Tag("time")
public final class Moment extends Component {
    public Moment(Instant at) {
        String exact = at.truncatedTo(ChronoUnit.SECONDS).toString();
        getElement().setAttribute("datetime", at.toString());
        getElement().setText(exact.replace('T', ' ').replace("Z", " UTC"));
    }
}
