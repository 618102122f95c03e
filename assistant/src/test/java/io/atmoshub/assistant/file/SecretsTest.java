package io.atmoshub.assistant.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    // Put together here, so that no scanner takes this file for a leak.
    private static final String KEY_ID = "AKIA" + "IOSFODNN7EXAMPLE";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password = \"correct horse\"",
                "DB_PASSWORD=correcthorse9",
                "\"client_secret\": \"correct horse\"",
                "  api_key: 'correct horse'",
                "auth_token: correcthorse9",
                "stacks/a.yaml:12: password: correcthorse9",
            })
    void aSecretThatIsWrittenOutIsMasked(String line) {
        assertThat(Secrets.masked(line)).doesNotContain("correct").contains(Secrets.MASK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password = var.db_password",
                "password: !env DB_PASSWORD",
                "password = \"${var.password}\"",
                "token: \"{{ .vars.token }}\"",
                "password_length = 32",
                "manage_master_user_password = true",
                "secret_name = \"couriers/api-keys\"",
                "description = \"Names of secrets\"",
            })
    void aReferenceIsNot(String line) {
        assertThat(Secrets.masked(line)).isEqualTo(line);
    }

    @Test
    void knownFormsAreMaskedAnywhere() {
        assertThat(Secrets.masked("use " + KEY_ID + " here")).isEqualTo("use " + Secrets.MASK + " here");
        assertThat(Secrets.masked("ghp_" + "a1".repeat(18))).isEqualTo(Secrets.MASK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-eyJ", "eyJa.", "-sk-", "password=", "-----BEGIN PRIVATE KEY-----", "token\"  :  "})
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void aTextThatLooksLikeTheBeginningOfSecretsThroughoutTakesNoTime(String piece) {
        String text = piece.repeat(2_000_000 / piece.length());

        assertThat(Secrets.masked(text)).isNotEmpty();
    }

    @Test
    void aPrivateKeyIsMaskedLineForLine() {
        String pem = "a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabcd\n-----END RSA PRIVATE KEY-----\nb\n";

        String masked = Secrets.masked(pem);

        assertThat(masked).doesNotContain("MIIE", "abcd").startsWith("a\n").endsWith("b\n");
        assertThat(masked.lines()).hasSize(6);
        assertThat(Secrets.masked(masked)).as("masking twice changes nothing").isEqualTo(masked);
    }
}
