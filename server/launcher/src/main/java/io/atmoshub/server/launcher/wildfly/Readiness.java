package io.atmoshub.server.launcher.wildfly;

import io.atmoshub.server.launcher.CannotStart;
import io.atmoshub.server.launcher.child.Child;
import io.atmoshub.server.launcher.tls.Identity;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

/// Asks the server whether it takes requests, until it does. Uses the JDK's oldest HTTP client on purpose: it costs
/// the launcher the least memory.
public final class Readiness {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int TIMEOUT_MILLIS = 5_000;

    /// So often in a row the answer "not found" means that what should answer is not there and won't come.
    private static final int ENOUGH = 50;

    private final URL question;
    private final Optional<SSLContext> trust;

    public Readiness(String url, Optional<Identity> identity) {
        try {
            this.question = URI.create(url + "/health/ready").toURL();
        } catch (IOException e) {
            throw new IllegalArgumentException(url, e);
        }
        this.trust = identity.map(Identity::trustingOnlyThis);
    }

    public void await(Child server, Duration patience, Path log) {
        Instant deadline = Instant.now().plus(patience);
        int missing = 0;
        for (int status = ask(); status != HttpURLConnection.HTTP_OK; status = ask()) {
            missing = status == HttpURLConnection.HTTP_NOT_FOUND ? missing + 1 : 0;
            if (missing == ENOUGH) {
                throw new CannotStart("The server started, but the hub in it did not. %s tells why.".formatted(log));
            }
            if (server.endsWithin(PAUSE)) {
                throw new CannotStart("The server ended while it was starting (exit code %d). %s tells why."
                        .formatted(server.exitCode(), log));
            }
            if (Instant.now().isAfter(deadline)) {
                throw new CannotStart("The server was not ready within %d seconds. %s tells how far it got."
                        .formatted(patience.toSeconds(), log));
            }
        }
    }

    /// The HTTP status, or -1 as long as there is nobody to ask.
    private int ask() {
        try {
            var connection = (HttpURLConnection) question.openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setUseCaches(false);
            if (connection instanceof HttpsURLConnection secure && trust.isPresent()) {
                secure.setSSLSocketFactory(trust.get().getSocketFactory());
                // The certificate is the right one, whatever names it carries: it is asked for by address here.
                secure.setHostnameVerifier((host, session) -> true);
            }
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return -1;
        }
    }
}
