package io.atmoshub.web.face;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Where the person is, as far as days are concerned.
public final class Zone {
    private Zone() {}

    public static ZoneId ofBrowser() {
        UI ui = UI.getCurrent();
        ExtendedClientDetails browser = ui == null ? null : ui.getPage().getExtendedClientDetails();
        String id = browser == null ? null : browser.getTimeZoneId();
        try {
            return id == null ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
