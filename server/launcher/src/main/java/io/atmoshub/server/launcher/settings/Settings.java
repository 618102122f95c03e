package io.atmoshub.server.launcher.settings;

import io.atmoshub.server.launcher.CannotStart;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything an operator decides, checked.
public record Settings(
        Path data,
        Optional<OwnDatabase> database,
        Optional<String> adminPassword,
        HttpAddress http,
        Optional<TlsFiles> tls,
        TrustedProxies proxies,
        Optional<String> publicUrl,
        Optional<String> nodeAddress,
        List<Path> projectRoots,
        ImportHosts importHosts,
        int approvalDays,
        LogFormat logFormat,
        MirrorSettings mirror,
        Map<String, String> models,
        List<String> javaOptions) {

    public static final List<String> NAMES = Stream.concat(
                    Stream.of(
                            "ATMOS_HUB_DATA",
                            "ATMOS_HUB_DB_URL",
                            "ATMOS_HUB_DB_USER",
                            "ATMOS_HUB_DB_PASSWORD",
                            "ATMOS_HUB_ADMIN_PASSWORD",
                            "ATMOS_HUB_HTTP_HOST",
                            "ATMOS_HUB_HTTP_PORT",
                            "ATMOS_HUB_TLS_CERT",
                            "ATMOS_HUB_TLS_KEY",
                            "ATMOS_HUB_TRUSTED_PROXIES",
                            "ATMOS_HUB_PUBLIC_URL",
                            "ATMOS_HUB_NODE_ADDRESS",
                            "ATMOS_HUB_PROJECT_ROOTS",
                            "ATMOS_HUB_IMPORT_HOSTS",
                            "ATMOS_HUB_APPROVAL_DAYS",
                            "ATMOS_HUB_LOG_FORMAT",
                            "ATMOS_HUB_BLOBS",
                            "ATMOS_HUB_S3_ENDPOINT",
                            "ATMOS_HUB_S3_REGION",
                            "ATMOS_HUB_S3_ACCESS_KEY",
                            "ATMOS_HUB_S3_SECRET_KEY",
                            "ATMOS_HUB_MIRROR_HOSTS",
                            "ATMOS_HUB_MIRROR_UPSTREAMS",
                            "ATMOS_HUB_MIRROR_PRIVATE",
                            "ATMOS_HUB_MIRROR_ANONYMOUS",
                            "ATMOS_HUB_MIRROR_CHANGING",
                            "ATMOS_HUB_MIRROR_TTL",
                            "ATMOS_HUB_MIRROR_REGISTRY",
                            "ATMOS_HUB_MIRROR_MAX_FILE",
                            "ATMOS_HUB_MIRROR_GITHUB_TOKEN",
                            "ATMOS_HUB_MIRROR_GITHUB_REPOSITORIES",
                            "ATMOS_HUB_JAVA_OPTS"),
                    ModelSettings.NAMES.stream())
            .toList();

    public Settings {
        projectRoots = List.copyOf(projectRoots);
        models = Map.copyOf(models);
        javaOptions = List.copyOf(javaOptions);
    }

    /// A PostgreSQL that somebody else runs, and the role that owns its tables.
    public record OwnDatabase(String url, String user, String password) {
        @Override
        public String toString() {
            return user + " at a database of the operator's own";
        }
    }

    public record TlsFiles(Path certificate, Path key) {}

    public enum LogFormat {
        TEXT,
        JSON
    }

    public static Settings from(Map<String, String> environment, Optional<Path> file) {
        Given given = Given.of(environment, file);
        return new Settings(
                given.value("ATMOS_HUB_DATA")
                        .map(Path::of)
                        .orElse(home(given).resolve(".atmos-hub"))
                        .toAbsolutePath()
                        .normalize(),
                database(given),
                given.value("ATMOS_HUB_ADMIN_PASSWORD"),
                HttpAddress.from(given),
                tls(given),
                TrustedProxies.parse(given.value("ATMOS_HUB_TRUSTED_PROXIES").orElse("")),
                given.value("ATMOS_HUB_PUBLIC_URL"),
                given.value("ATMOS_HUB_NODE_ADDRESS"),
                paths(given.value("ATMOS_HUB_PROJECT_ROOTS").orElse("")),
                ImportHosts.parse(given.value("ATMOS_HUB_IMPORT_HOSTS").orElse("")),
                approvalDays(given.value("ATMOS_HUB_APPROVAL_DAYS").orElse("7")),
                logFormat(given.value("ATMOS_HUB_LOG_FORMAT").orElse("text")),
                MirrorSettings.from(given),
                ModelSettings.from(given),
                words(given.value("ATMOS_HUB_JAVA_OPTS").orElse("")));
    }

    /// Keys stay out of logs.
    @Override
    public String toString() {
        return "Settings of " + data;
    }

    /// How a browser on this machine reaches the hub.
    public String localUrl() {
        return http.url(tls.isPresent() ? "https" : "http");
    }

    /// As shells say it; Java by itself goes by the password file, which a service's HOME need not agree with.
    private static Path home(Given given) {
        return Path.of(given.value("HOME").orElseGet(() -> System.getProperty("user.home")));
    }

    private static Optional<OwnDatabase> database(Given given) {
        return given.value("ATMOS_HUB_DB_URL").map(url -> {
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new CannotStart(
                        "ATMOS_HUB_DB_URL is not an address like jdbc:postgresql://host:5432/database; only PostgreSQL is supported.");
            }
            if (url.matches(".*[?&](user|password)=.*")) {
                throw new CannotStart(
                        "ATMOS_HUB_DB_URL carries a user or a password. Give them as ATMOS_HUB_DB_USER and ATMOS_HUB_DB_PASSWORD; addresses end up in logs.");
            }
            return new OwnDatabase(
                    url,
                    given.value("ATMOS_HUB_DB_USER")
                            .orElseThrow(
                                    () -> new CannotStart(
                                            "ATMOS_HUB_DB_URL is set but ATMOS_HUB_DB_USER, the role that owns its tables, is not.")),
                    given.value("ATMOS_HUB_DB_PASSWORD").orElse(""));
        });
    }

    private static Optional<TlsFiles> tls(Given given) {
        Optional<String> certificate = given.value("ATMOS_HUB_TLS_CERT");
        Optional<String> key = given.value("ATMOS_HUB_TLS_KEY");
        if (certificate.isPresent() != key.isPresent()) {
            throw new CannotStart("HTTPS needs both ATMOS_HUB_TLS_CERT and ATMOS_HUB_TLS_KEY; only %s is set."
                    .formatted(certificate.isPresent() ? "the first" : "the second"));
        }
        return certificate.map(file -> new TlsFiles(
                Path.of(file).toAbsolutePath(), Path.of(key.orElseThrow()).toAbsolutePath()));
    }

    private static int approvalDays(String text) {
        if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > 365) {
            throw new CannotStart(
                    "ATMOS_HUB_APPROVAL_DAYS is \"%s\"; it can be a number of days from 1 to 365.".formatted(text));
        }
        return Integer.parseInt(text);
    }

    private static LogFormat logFormat(String text) {
        return switch (text) {
            case "text" -> LogFormat.TEXT;
            case "json" -> LogFormat.JSON;
            default -> throw new CannotStart("ATMOS_HUB_LOG_FORMAT is \"%s\"; it can be text or json.".formatted(text));
        };
    }

    private static List<Path> paths(String text) {
        return Arrays.stream(text.split(File.pathSeparator))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .map(path -> Path.of(path).toAbsolutePath().normalize())
                .toList();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }
}
