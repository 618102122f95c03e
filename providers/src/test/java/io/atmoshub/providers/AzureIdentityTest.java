package io.atmoshub.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.providers.http.HttpTrouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AzureIdentityTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Loopback loopback;

    @BeforeEach
    void aServer() throws Exception {
        loopback = new Loopback();
    }

    @AfterEach
    void noServer() throws Exception {
        loopback.close();
    }

    @Test
    void aTokenIsFetchedOnceForAsLongAsItIsGood() {
        loopback.play(exchange -> exchange.refuse(
                200, Map.of(), """
                {"access_token":"a-token","expires_on":"%d","resource":"https://cognitiveservices.azure.com"}""".formatted(NOON.plusSeconds(3600).getEpochSecond())));
        AzureIdentity identity = identity(NOON);

        assertThat(identity.token(Cancellation.NEVER)).isEqualTo("a-token");
        assertThat(identity.token(Cancellation.NEVER)).isEqualTo("a-token");

        assertThat(loopback.received()).singleElement().satisfies(request -> {
            assertThat(request.line())
                    .startsWith("GET /msi/token?api-version=2019-08-01&resource=https://cognitiveservices.azure.com");
            assertThat(request.headers()).containsEntry("X-IDENTITY-HEADER", "proof");
        });
    }

    @Test
    void aTokenThatIsAboutToEndIsRenewed() {
        loopback.play(exchange -> exchange.refuse(
                200, Map.of(), """
                {"access_token":"a-token","expires_on":%d}""".formatted(NOON.plusSeconds(200).getEpochSecond())));
        AzureIdentity identity = identity(NOON);

        identity.token(Cancellation.NEVER);
        identity.token(Cancellation.NEVER);

        assertThat(loopback.received()).hasSize(2);
    }

    @Test
    void aMachineWithoutOneIsToldAsAMissingKey() {
        loopback.play(exchange -> exchange.refuse(400, Map.of(), "{\"error\":\"invalid_request\"}"));

        assertThatThrownBy(() -> identity(NOON).token(Cancellation.NEVER))
                .isInstanceOfSatisfying(
                        HttpTrouble.class,
                        trouble -> assertThat(trouble.what())
                                .isInstanceOfSatisfying(HttpTrouble.What.Refused.class, refused -> {
                                    assertThat(refused.status()).isEqualTo(401);
                                    assertThat(refused.body()).contains("managed identity");
                                }));
    }

    private AzureIdentity identity(Instant now) {
        return new AzureIdentity(
                Map.of("IDENTITY_ENDPOINT", loopback.address() + "/msi/token", "IDENTITY_HEADER", "proof"),
                Clock.offset(Clock.fixed(now, ZoneOffset.UTC), Duration.ZERO));
    }
}
