package io.atmoshub.server.launcher.tls;

import io.atmoshub.server.launcher.CannotStart;
import io.atmoshub.server.launcher.settings.Settings.TlsFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Who the hub is on the network: its key, and its certificate with the chain above it.
public record Identity(PrivateKey key, List<X509Certificate> chain) {
    public Identity {
        chain = List.copyOf(chain);
    }

    public static Identity read(TlsFiles files) {
        var identity = new Identity(PemKey.read(files.key()), certificates(files.certificate()));
        identity.refuseMismatch(files);
        return identity;
    }

    private static List<X509Certificate> certificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (chain.isEmpty()) {
                throw new CannotStart("The file of ATMOS_HUB_TLS_CERT, %s, holds no certificate.".formatted(file));
            }
            return chain;
        } catch (IOException e) {
            throw new CannotStart("Can't read the certificate of ATMOS_HUB_TLS_CERT, %s.".formatted(file), e);
        } catch (CertificateException e) {
            throw new CannotStart(
                    "The file of ATMOS_HUB_TLS_CERT, %s, is no certificate in PEM form.".formatted(file), e);
        }
    }

    /// Signs something and checks it: certificate and key of two different renewals are a common slip.
    private void refuseMismatch(TlsFiles files) {
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            byte[] signed = signature.sign();
            signature.initVerify(chain.getFirst().getPublicKey());
            if (signature.verify(signed)) {
                return;
            }
        } catch (GeneralSecurityException e) {
            throw mismatch(files, e);
        }
        throw mismatch(files, null);
    }

    private static CannotStart mismatch(TlsFiles files, @org.jspecify.annotations.Nullable Throwable cause) {
        String message =
                "The key %s does not belong to the first certificate in %s. The hub's own certificate comes first, the chain after it."
                        .formatted(files.key(), files.certificate());
        return cause == null ? new CannotStart(message) : new CannotStart(message, cause);
    }

    /// The form in which WildFly reads it; only the owner of the file may.
    public void writeTo(Path file, String password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("hub", key, password.toCharArray(), chain.toArray(Certificate[]::new));
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, password.toCharArray());
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new CannotStart("Can't write the key store %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /// Trusts this very certificate and no other: for asking the own server whether it is ready.
    public SSLContext trustingOnlyThis() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("hub", chain.getFirst());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new CannotStart("The certificate can't be used: " + e.getMessage(), e);
        }
    }
}
