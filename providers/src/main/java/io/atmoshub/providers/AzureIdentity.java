package io.atmoshub.providers;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.hub.HubJson;
import io.atmoshub.providers.http.HttpTrouble;
import io.atmoshub.providers.http.Patience;
import io.atmoshub.providers.http.Upstream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The identity that Azure gives a machine, as a token that is good for a while. App services are asked where
/// their environment says, all others at the address that every machine in Azure knows.
final class AzureIdentity {
    static final AzureIdentity OF_MACHINE = new AzureIdentity(System.getenv(), Clock.systemUTC());

    private static final String RESOURCE = "https://cognitiveservices.azure.com";
    /// Renewed that long before it ends.
    private static final long EARLY_SECONDS = 300;

    private static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(5), Duration.ofSeconds(10), 1, Duration.ofSeconds(1), Duration.ofSeconds(5));
    private static final String NO_IDENTITY =
            "{\"message\": \"No key is set, and this machine has no managed identity in Azure.\"}";

    private final HttpRequest request;
    private final Clock clock;
    private @Nullable String token;
    private Instant until = Instant.MIN;

    AzureIdentity(Map<String, String> environment, Clock clock) {
        this.clock = clock;
        @Nullable String endpoint = environment.get("IDENTITY_ENDPOINT");
        @Nullable String header = environment.get("IDENTITY_HEADER");
        HttpRequest.Builder asked = endpoint != null && header != null
                ? HttpRequest.newBuilder(URI.create(endpoint + "?api-version=2019-08-01&resource=" + RESOURCE))
                        .header("X-IDENTITY-HEADER", header)
                : HttpRequest.newBuilder(URI.create(
                                "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource="
                                        + RESOURCE))
                        .header("Metadata", "true");
        this.request = asked.version(java.net.http.HttpClient.Version.HTTP_1_1).build();
    }

    /// One at a time: whoever waits finds the token that the first one fetched.
    synchronized String token(Cancellation cancellation) {
        @Nullable String known = token;
        if (known != null && clock.instant().isBefore(until)) {
            return known;
        }
        try {
            String fresh = fetched(cancellation);
            token = fresh;
            return fresh;
        } catch (HttpTrouble e) {
            if (e.what() instanceof HttpTrouble.What.Stopped) {
                throw e;
            }
            throw new HttpTrouble(new HttpTrouble.What.Refused(401, NO_IDENTITY, null), e);
        }
    }

    private String fetched(Cancellation cancellation) {
        try (Upstream upstream = new Upstream(PATIENCE, cancellation, () -> {})) {
            HttpResponse<InputStream> response = upstream.send(request);
            try (InputStream body = upstream.watched(response)) {
                JsonNode answer =
                        HubJson.mapper().readTree(new String(body.readNBytes(64_000), StandardCharsets.UTF_8));
                long seconds = Math.max(
                        0, answer.path("expires_on").asLong(0) - clock.instant().getEpochSecond());
                until = clock.instant().plusSeconds(Math.max(0, seconds - EARLY_SECONDS));
                return answer.path("access_token").asString("");
            } catch (IOException e) {
                throw new HttpTrouble(upstream.endedBy(new HttpTrouble.What.BrokeOff()), e);
            }
        }
    }
}
