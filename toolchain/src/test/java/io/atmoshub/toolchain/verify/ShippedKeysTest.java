package io.atmoshub.toolchain.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.toolchain.ToolId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The keys that come with the product are their owners'.
class ShippedKeysTest {
    private static final Instant YEARS_AHEAD = Instant.parse("2029-01-01T00:00:00Z");

    @TempDir
    Path own;

    @Test
    void hashiCorpsKeyIsTheOneItPublishes() throws Exception {
        List<PGPPublicKeyRing> rings = rings(new KeyRing(own).gpg(new ToolId("hashicorp/terraform")));

        assertThat(rings).hasSize(1);
        assertThat(HexFormat.of()
                        .withUpperCase()
                        .formatHex(rings.getFirst().getPublicKey().getFingerprint()))
                .isEqualTo("C874011F0AB405110D02105534365D9472D7468F");
    }

    @Test
    void itIsGoodForYearsToCome() throws Exception {
        PGPPublicKeyRing ring =
                rings(new KeyRing(own).gpg(new ToolId("hashicorp/vault"))).getFirst();
        List<PGPPublicKey> good = new ArrayList<>();
        ring.forEach(key -> {
            if (validUntil(key).isAfter(YEARS_AHEAD) && !key.hasRevocation()) {
                good.add(key);
            }
        });

        assertThat(good).contains(ring.getPublicKey()).hasSizeGreaterThan(1);
    }

    @Test
    void aPersonsOwnKeyCountsBesideIt() throws Exception {
        Files.writeString(own.resolve("hashicorp.asc"), "theirs");

        assertThat(new KeyRing(own).gpg(new ToolId("hashicorp/packer")))
                .hasSize(2)
                .contains("theirs");
        assertThat(new KeyRing(own).gpg(new ToolId("acme/tool"))).isEmpty();
    }

    private static Instant validUntil(PGPPublicKey key) {
        return key.getValidSeconds() == 0
                ? Instant.MAX
                : key.getCreationTime().toInstant().plusSeconds(key.getValidSeconds());
    }

    private static List<PGPPublicKeyRing> rings(List<String> armored) throws Exception {
        List<PGPPublicKeyRing> rings = new ArrayList<>();
        for (String text : armored) {
            var bytes = PGPUtil.getDecoderStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
            new PGPPublicKeyRingCollection(bytes, new BcKeyFingerprintCalculator()).forEach(rings::add);
        }
        return rings;
    }
}
