package io.atmoshub.server.headers;

import io.atmoshub.server.settings.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/// Behind a proxy that speaks HTTPS the container sees plain HTTP; the public address tells.
@WebListener
@SuppressWarnings("NullAway.Init") // injected
public class SessionCookieUnderHttps implements ServletContextListener {
    @Inject
    Settings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        boolean secure =
                settings.publicUrl().map(url -> "https".equals(url.getScheme())).orElse(false)
                        || settings.get("ATMOS_HUB_TLS_CERT").isPresent();
        event.getServletContext().getSessionCookieConfig().setSecure(secure);
    }
}
