package io.atmoshub.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.gotemplate.sprig.Sprig;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class KeysTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private static final Reach REACH = new Reach() {
        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public RandomGenerator random() {
            return new SecureRandom();
        }
    };

    private static String render(String text) {
        return Template.parse("keys", text, Options.DEFAULT).execute(null, Sprig.FUNCTIONS, REACH, Limits.DEFAULT);
    }

    private static X509Certificate certificate(String pem) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aHashOfBcryptIsTheOneEverybodyElseMakes() {
        var zeros = new Reach() {
            @Override
            public RandomGenerator random() {
                return () -> 0;
            }
        };

        var hash = Template.parse("keys", "{{ htpasswd `ana` `U*U` }}", Options.DEFAULT)
                .execute(null, Sprig.FUNCTIONS, zeros, Limits.DEFAULT);

        assertThat(hash).startsWith("ana:$2a$10$......................").hasSize(64);
    }

    @Test
    void anAuthoritySignsACertificate() throws Exception {
        var parts = render(
                        "{{ $ca := genCA `our-ca` 365 }}{{ $c := genSignedCert `api` (list `10.0.0.1` `::1`) (list `api.example.org`) 30 $ca }}"
                                + "{{ $ca.Cert }}|{{ $c.Cert }}|{{ $c.Key }}")
                .split("\\|");

        var authority = certificate(parts[0]);
        var signed = certificate(parts[1]);
        signed.verify(authority.getPublicKey());
        signed.checkValidity(Date.from(NOW.plusSeconds(60)));
        assertThat(authority.getBasicConstraints()).isGreaterThanOrEqualTo(0);
        assertThat(authority.getKeyUsage()[5]).isTrue();
        assertThat(signed.getBasicConstraints()).isEqualTo(-1);
        assertThat(signed.getSubjectX500Principal().getName()).isEqualTo("CN=api");
        assertThat(signed.getIssuerX500Principal().getName()).isEqualTo("CN=our-ca");
        assertThat(signed.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(signed.getSubjectAlternativeNames())
                .contains(List.of(2, "api.example.org"), List.of(7, "10.0.0.1"), List.of(7, "0:0:0:0:0:0:0:1"));
        assertThat(parts[2]).startsWith("-----BEGIN RSA PRIVATE KEY-----\n");
    }

    @Test
    void aKeyThatIsThereCanBeUsed() throws Exception {
        var parts = render(
                        "{{ $k := (genSelfSignedCert `a` nil nil 1).Key }}{{ $c := genSelfSignedCertWithKey `b` nil nil 1 $k }}"
                                + "{{ $d := genCAWithKey `c` 1 $k }}{{ $e := genSignedCertWithKey `e` nil nil 1 $d $k }}"
                                + "{{ eq $c.Key $k }}|{{ $c.Cert }}|{{ $d.Cert }}|{{ $e.Cert }}|{{ (buildCustomCert (b64enc $c.Cert) (b64enc $k)).Cert | eq $c.Cert }}")
                .split("\\|");

        assertThat(parts[0]).isEqualTo("true");
        certificate(parts[1]).verify(certificate(parts[1]).getPublicKey());
        certificate(parts[3]).verify(certificate(parts[2]).getPublicKey());
        assertThat(parts[4]).isEqualTo("true");
    }

    @Test
    void privateKeysComeInTheKindsOfSprig() {
        assertThat(render("{{ genPrivateKey `ecdsa` }}")).startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(render("{{ genPrivateKey `ed25519` }}")).endsWith("-----END PRIVATE KEY-----\n");
        assertThat(render("{{ genPrivateKey `none` }}")).isEqualTo("Unknown type none");
    }

    @Test
    void whatIsNoKeyNoAddressAndNoCertificateIsNamed() {
        assertThatThrownBy(() -> render("{{ genCAWithKey `a` 1 `nonsense` }}"))
                .hasMessageContaining("this isn't a private key in PEM.");
        assertThatThrownBy(() -> render("{{ genSelfSignedCert `a` (list `host`) nil 1 }}"))
                .hasMessageContaining("\"host\" isn't an IP address.");
        assertThatThrownBy(() -> render("{{ genSignedCert `a` nil nil 1 `ca` }}"))
                .hasMessageContaining("argument 5 must be a certificate");
        assertThatThrownBy(() -> render("{{ buildCustomCert `!` `!` }}"))
                .hasMessageContaining("argument 1 isn't Base64.");
        assertThatThrownBy(() -> render("{{ genPrivateKey `dsa` }}")).hasMessageContaining("aren't supported");
    }

    @Test
    void keysAreMadeOnlyFromSecureRandomness() {
        assertThatThrownBy(() -> Template.parse("keys", "{{ genPrivateKey `ed25519` }}", Options.DEFAULT)
                        .execute(null, Sprig.FUNCTIONS, new TestReach(), Limits.DEFAULT))
                .hasMessageContaining("secure source of randomness");
    }

    @Test
    void aLoopOverKeysEnds() {
        assertThatThrownBy(() -> render("{{ range 1000 }}{{ $_ := bcrypt `x` }}{{ end }}"))
                .hasMessageContaining("steps");
    }
}
