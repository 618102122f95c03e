package io.atmoshub.toolchain.fetch;

import io.atmoshub.toolchain.ToolchainException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What may be asked for, and how patiently. `plainHosts` are those that may be asked without encryption; `tokens` go
/// to the host they are kept under (with its port, where an address has one) and never along with a redirect
/// elsewhere. `idle` bounds how long nothing may come, `total` one whole answer.
public record WebRules(
        boolean offline,
        Set<String> plainHosts,
        Map<String, String> tokens,
        Proxies proxies,
        int attempts,
        Duration idle,
        Duration total,
        Pause pause) {
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration TOTAL = Duration.ofHours(1);

    public WebRules {
        plainHosts = Set.copyOf(plainHosts);
        tokens = Map.copyOf(tokens);
    }

    /// Waiting; a test does it in no time.
    @FunctionalInterface
    public interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    /// As on a person's machine: `ATMOS_GITHUB_TOKEN` before `GITHUB_TOKEN`, proxies as curl takes them, and
    /// `ATMOS_TOOLCHAIN_PLAIN_HTTP` for hosts (by comma) that may be asked without encryption. The token is for the
    /// public API; whoever names another, means it for that one too.
    public static WebRules from(Map<String, String> environment) {
        String token = environment.getOrDefault("ATMOS_GITHUB_TOKEN", environment.getOrDefault("GITHUB_TOKEN", ""));
        String plain = environment.getOrDefault("ATMOS_TOOLCHAIN_PLAIN_HTTP", "");
        return new WebRules(
                false,
                plain.isBlank() ? Set.of() : Set.of(plain.strip().split("\\s*,\\s*")),
                token.isBlank() ? Map.of() : tokens("Bearer " + token.strip(), environment),
                Proxies.from(environment),
                5,
                IDLE,
                TOTAL,
                Thread::sleep);
    }

    private static Map<String, String> tokens(String token, Map<String, String> environment) {
        var tokens = new HashMap<>(Map.of("api.github.com", token));
        String api = environment.getOrDefault("ATMOS_GITHUB_API_URL", "");
        try {
            String other = URI.create(api).getRawAuthority();
            if (other != null) {
                tokens.put(other, token);
            }
        } catch (IllegalArgumentException e) {
            throw new ToolchainException(
                    "ATMOS_GITHUB_API_URL is no address: \"%s\".".formatted(api),
                    "It is one like https://github.example.com/api/v3.",
                    e);
        }
        return tokens;
    }

    public WebRules offline(boolean wanted) {
        return new WebRules(wanted, plainHosts, tokens, proxies, attempts, idle, total, pause);
    }

    public WebRules tokens(Map<String, String> other) {
        return new WebRules(offline, plainHosts, other, proxies, attempts, idle, total, pause);
    }

    public WebRules patience(int newAttempts, Duration newIdle, Duration newTotal, Pause newPause) {
        return new WebRules(offline, plainHosts, tokens, proxies, newAttempts, newIdle, newTotal, newPause);
    }

    /// Refuses an address that may not be asked; `from` is the address that sent us there, or the address itself.
    void check(URI address, URI from) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = host(address);
        boolean allowed = scheme.equals("https") || (scheme.equals("http") && plainAllowed(host, from));
        if (host.isEmpty() || !allowed) {
            throw new ToolchainException(
                    (address.equals(from)
                                            ? "%s is not fetched"
                                            : "%s is not fetched, which " + shown(from) + " leads to")
                                    .formatted(shown(address))
                            + ": only https is, or http from this machine.",
                    "Use an https address, or allow the host: ATMOS_TOOLCHAIN_PLAIN_HTTP=%s"
                            .formatted(host.isEmpty() ? "HOST" : host));
        }
        if (offline) {
            throw new ToolchainException(
                    "%s is needed and not here.".formatted(shown(address)),
                    "Run it once without --offline, where there is a network.");
        }
    }

    private boolean plainAllowed(String host, URI from) {
        // A server elsewhere must not send us to what listens on this machine.
        return plainHosts.contains(host) || (loopback(host) && loopback(host(from)));
    }

    static boolean loopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    static String host(URI address) {
        return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    }

    /// Without what nobody else should read: the name and password before the host, and signatures behind the `?`.
    static String shown(URI address) {
        String text = address.toString();
        int query = text.indexOf('?');
        String shorter = query < 0 ? text : text.substring(0, query);
        String user = address.getRawUserInfo();
        return user == null ? shorter : shorter.replace(user + "@", "");
    }
}
