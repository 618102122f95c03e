package io.atmoshub.server.mirror;

import io.atmoshub.mirror.MirrorException;
import io.atmoshub.mirror.upstream.UpstreamAddress;
import io.atmoshub.mirror.upstream.UpstreamRules;
import io.atmoshub.mirror.upstream.UpstreamRules.Pace;
import io.atmoshub.server.settings.Settings;
import io.atmoshub.server.signin.Network;
import io.atmoshub.server.wiring.Service;
import io.atmoshub.toolchain.registry.RegistrySettings;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the operator decided about the mirror, checked when the server starts.
@Service
public final class MirrorSettings {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})\\s*(MB|GB)");
    private static final Pattern BUCKET = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?");

    private final Settings settings;
    private final UpstreamRules upstream;
    private final List<Network> anonymous;
    private final Optional<Bucket> bucket;
    private final Duration ttl;
    private final UpstreamAddress registry;

    /// Where blobs are, when not on disk.
    public record Bucket(String name, String prefix, String endpoint, String region, String id, String secret) {
        @Override
        public String toString() {
            return "s3://" + name + "/" + prefix;
        }
    }

    @Inject
    public MirrorSettings(Settings settings) {
        this.settings = settings;
        Set<String> hosts = new HashSet<>();
        for (String host : settings.list("ATMOS_HUB_MIRROR_HOSTS")) {
            if (!host.matches("(\\*\\.)?[A-Za-z0-9.-]+")) {
                throw wrong("ATMOS_HUB_MIRROR_HOSTS", host, "hosts such as github.com or *.example.org");
            }
            hosts.add(host.toLowerCase(Locale.ROOT));
        }
        this.upstream = new UpstreamRules(
                hosts.isEmpty() ? UpstreamRules.USUAL_HOSTS : hosts,
                UpstreamRules.USUAL_REDIRECTS,
                stands(settings),
                Set.copyOf(settings.list("ATMOS_HUB_MIRROR_PRIVATE")),
                bytes(settings.get("ATMOS_HUB_MIRROR_MAX_FILE").orElse("2GB")),
                settings.get("ATMOS_HUB_MIRROR_GITHUB_TOKEN"),
                Set.copyOf(settings.list("ATMOS_HUB_MIRROR_GITHUB_REPOSITORIES")),
                Pace.USUAL);
        this.anonymous = settings.list("ATMOS_HUB_MIRROR_ANONYMOUS").stream()
                .map(MirrorSettings::network)
                .toList();
        this.bucket = settings.get("ATMOS_HUB_BLOBS").map(this::bucket);
        this.registry =
                registry(settings.get("ATMOS_HUB_MIRROR_REGISTRY").orElse(RegistrySettings.STANDARD.toString()));
        this.ttl = duration(settings.get("ATMOS_HUB_MIRROR_TTL").orElse("PT5M"));
    }

    UpstreamRules upstream() {
        return upstream;
    }

    /// Whether somebody at this address needs no token.
    boolean anonymous(String address) {
        return anonymous.stream().anyMatch(network -> network.holds(address));
    }

    Optional<Bucket> bucket() {
        return bucket;
    }

    Path folder() {
        return Path.of(settings.get("ATMOS_HUB_DATA").orElse("atmos-hub-data")).resolve("mirror");
    }

    List<String> changing() {
        return settings.list("ATMOS_HUB_MIRROR_CHANGING");
    }

    Duration ttl() {
        return ttl;
    }

    /// Where the definitions of tools are that clients of this hub get.
    UpstreamAddress registry() {
        return registry;
    }

    private static UpstreamAddress registry(String text) {
        try {
            return UpstreamAddress.of(URI.create(text));
        } catch (IllegalArgumentException | MirrorException _) {
            throw wrong("ATMOS_HUB_MIRROR_REGISTRY", text, "the https address of one whole registry.yaml");
        }
    }

    private static Map<String, URI> stands(Settings settings) {
        Map<String, URI> stands = new HashMap<>();
        for (String one : settings.list("ATMOS_HUB_MIRROR_UPSTREAMS")) {
            String[] parts = one.split("=", 2);
            if (parts.length < 2 || !parts[1].matches("https?://[^/@\\s]+(/[^?#\\s]*)?")) {
                throw wrong(
                        "ATMOS_HUB_MIRROR_UPSTREAMS",
                        one,
                        "hosts with addresses, as github.com=https://gateway/github");
            }
            stands.put(parts[0].toLowerCase(Locale.ROOT), URI.create(parts[1]));
        }
        return stands;
    }

    private Bucket bucket(String text) {
        Matcher parts = BUCKET.matcher(text);
        if (!parts.matches()) {
            throw wrong("ATMOS_HUB_BLOBS", text, "an address such as s3://bucket/prefix");
        }
        return new Bucket(
                parts.group(1),
                parts.group(2) == null ? "" : parts.group(2),
                settings.get("ATMOS_HUB_S3_ENDPOINT").orElse(""),
                settings.get("ATMOS_HUB_S3_REGION").orElse("us-east-1"),
                settings.get("ATMOS_HUB_S3_ACCESS_KEY").orElse(""),
                settings.get("ATMOS_HUB_S3_SECRET_KEY").orElse(""));
    }

    private static Network network(String text) {
        try {
            return Network.of(text);
        } catch (IllegalArgumentException e) {
            throw wrong("ATMOS_HUB_MIRROR_ANONYMOUS", text, "networks such as 10.0.0.0/8");
        }
    }

    private static long bytes(String text) {
        Matcher parts = SIZE.matcher(text.toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            throw wrong("ATMOS_HUB_MIRROR_MAX_FILE", text, "a size such as 500MB or 2GB");
        }
        return Long.parseLong(parts.group(1)) << (parts.group(2).equals("GB") ? 30 : 20);
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong("ATMOS_HUB_MIRROR_TTL", text, "a duration such as PT5M");
        }
    }

    private static IllegalArgumentException wrong(String name, String value, String right) {
        return new IllegalArgumentException("%s can't be \"%s\"; it takes %s.".formatted(name, value, right));
    }
}
