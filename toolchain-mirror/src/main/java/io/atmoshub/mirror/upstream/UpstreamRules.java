package io.atmoshub.mirror.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What an admin lets the hub fetch, and how patiently it does.
///
/// @param hosts that callers may ask for; `*.example.org` is all below it
/// @param redirects further hosts, to which only upstream itself may lead
/// @param stands where a host is really asked, as behind a gateway; may be plain and private
/// @param privates addresses of the own network that may be connected to all the same
/// @param token GitHub's, shown to its API for `repositories` only; `owner/*` is all of an owner's
public record UpstreamRules(
        Set<String> hosts,
        Set<String> redirects,
        Map<String, URI> stands,
        Set<String> privates,
        long mostBytes,
        Optional<String> token,
        Set<String> repositories,
        Pace pace) {
    public static final Set<String> USUAL_HOSTS = Set.of(
            "github.com",
            "api.github.com",
            "raw.githubusercontent.com",
            "releases.hashicorp.com",
            "get.helm.sh",
            "dl.k8s.io",
            "cdn.dl.k8s.io",
            "get.opentofu.org");
    public static final Set<String> USUAL_REDIRECTS = Set.of(
            "codeload.github.com",
            "objects.githubusercontent.com",
            "release-assets.githubusercontent.com",
            "github-releases.githubusercontent.com");

    public UpstreamRules {
        hosts = Set.copyOf(hosts);
        redirects = Set.copyOf(redirects);
        stands = Map.copyOf(stands);
        privates = Set.copyOf(privates);
        repositories = Set.copyOf(repositories);
    }

    /// @param connect how long a connection may take
    /// @param idle how long nothing may come
    /// @param total how long one answer may take
    /// @param longest the longest pause that upstream may ask for
    public record Pace(int attempts, Duration connect, Duration idle, Duration total, Duration longest, Pause pause) {
        public static final Pace USUAL = new Pace(
                5,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                Duration.ofSeconds(30),
                Thread::sleep);
    }

    /// Waiting; a test does it in no time.
    @FunctionalInterface
    public interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    public boolean mayBeAsked(String host) {
        return listed(hosts, host);
    }

    boolean mayLeadTo(String host) {
        return listed(hosts, host) || listed(redirects, host);
    }

    private static boolean listed(Set<String> list, String host) {
        if (list.contains(host)) {
            return true;
        }
        for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
            if (list.contains("*" + host.substring(dot))) {
                return true;
            }
        }
        return false;
    }

    /// The token, where it may be shown.
    Optional<String> tokenFor(UpstreamAddress address) {
        String[] parts = address.file().split("/");
        boolean listed = address.host().equals("api.github.com")
                && parts.length >= 4
                && parts[1].equals("repos")
                && (repositories.contains(parts[2] + "/" + parts[3]) || repositories.contains(parts[2] + "/*"));
        return listed ? token : Optional.empty();
    }
}
