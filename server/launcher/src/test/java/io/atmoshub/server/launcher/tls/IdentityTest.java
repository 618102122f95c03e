package io.atmoshub.server.launcher.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.server.launcher.CannotStart;
import io.atmoshub.server.launcher.settings.Settings.TlsFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
    /// What PKCS#8 puts before an RSA key of 2048 bits.
    private static final int PKCS8_HEAD = 26;

    /// Making a key takes longer than all that is tested with it.
    private static final Map<String, KeyStore> MADE = new ConcurrentHashMap<>();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void aKeyAndItsCertificateBecomeAKeyStoreThatOnlyWeRead(String algorithm) throws Exception {
        TlsFiles files = pair("hub", algorithm);
        Path store = folder.resolve("hub.p12");

        Identity.read(files).writeTo(store, "secret");

        assertThat(load(store).getKey("hub", "secret".toCharArray())).isNotNull();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store)))
                .isEqualTo("rw-------");
    }

    @Test
    void anRsaKeyInTheOlderFormIsRead() throws Exception {
        TlsFiles files = pair("hub", "RSA");
        byte[] pkcs8 = Identity.read(files).key().getEncoded();
        Path older = pem("older.pem", "RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, PKCS8_HEAD, pkcs8.length));

        Identity identity = Identity.read(new TlsFiles(files.certificate(), older));

        assertThat(identity.key().getEncoded()).isEqualTo(pkcs8);
    }

    @Test
    void otherFormsAreRefusedWithTheCommandThatConvertsThem() throws Exception {
        TlsFiles files = pair("hub", "RSA");
        Path encrypted = pem("encrypted.pem", "ENCRYPTED PRIVATE KEY", new byte[] {1, 2, 3});

        assertThatThrownBy(() -> Identity.read(new TlsFiles(files.certificate(), encrypted)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("ENCRYPTED")
                .hasMessageContaining("openssl pkcs8");
    }

    @Test
    void aKeyThatBelongsToAnotherCertificateIsRefused() throws Exception {
        TlsFiles hub = pair("hub", "RSA");
        TlsFiles other = pair("other", "RSA");

        assertThatThrownBy(() -> Identity.read(new TlsFiles(hub.certificate(), other.key())))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("does not belong");
    }

    @Test
    void missingAndEmptyFilesAreNamed() throws Exception {
        TlsFiles files = pair("hub", "EC");
        Path empty = Files.createFile(folder.resolve("empty.pem"));

        assertThatThrownBy(() -> Identity.read(new TlsFiles(folder.resolve("nowhere"), files.key())))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> Identity.read(new TlsFiles(empty, files.key())))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("ATMOS_HUB_TLS_CERT");
        assertThatThrownBy(() -> Identity.read(new TlsFiles(files.certificate(), empty)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("no private key");
    }

    private TlsFiles pair(String name, String algorithm) throws Exception {
        String once = name + algorithm;
        if (!MADE.containsKey(once)) {
            MADE.put(once, make(folder.resolve("made-" + once), algorithm));
        }
        KeyStore made = MADE.get(once);
        Key key = made.getKey("hub", "secret".toCharArray());
        return new TlsFiles(
                pem(name + ".crt", "CERTIFICATE", made.getCertificate("hub").getEncoded()),
                pem(name + ".key", "PRIVATE KEY", key.getEncoded()));
    }

    private static KeyStore make(Path store, String algorithm) throws Exception {
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "hub",
                        "-dname",
                        "CN=localhost",
                        "-keyalg",
                        algorithm,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "secret",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        return load(store);
    }

    private Path pem(String name, String kind, byte[] der) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                        .formatted(kind, Base64.getMimeEncoder().encodeToString(der), kind));
    }

    private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, "secret".toCharArray());
        }
        return store;
    }
}
