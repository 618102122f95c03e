package io.atmoshub.gotemplate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BcryptTest {

    @Test
    void theKnownHashOfAKnownPasswordComesOut() {
        byte[] salt = new byte[16];
        for (int i = 0; i < salt.length; i++) {
            salt[i] = new byte[] {0x10, 0x41, 0x04}[i % 3];
        }

        assertThat(Bcrypt.hash("U*U".getBytes(StandardCharsets.US_ASCII), salt, 5))
                .isEqualTo("$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW");
    }
}
