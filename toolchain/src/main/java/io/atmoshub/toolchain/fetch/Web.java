package io.atmoshub.toolchain.fetch;

import io.atmoshub.toolchain.ToolchainException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// The one door to the network. It follows redirects itself, since each address has to be allowed and tokens must not
/// travel along, and asks again where that helps.
public final class Web implements AutoCloseable {
    private static final int REDIRECTS = 10;
    private static final int LARGEST_ANSWER = 64 << 20;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    /// Who doesn't pick up by then, won't.
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    static {
        // By default Java doesn't tell a proxy for https who we are, even when asked.
        if (System.getProperty("jdk.http.auth.tunneling.disabledSchemes") == null) {
            System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        }
    }

    private final WebRules rules;
    private final @Nullable Through through;
    private final Set<String> unreachable = ConcurrentHashMap.newKeySet();
    private @Nullable HttpClient client;

    public Web(WebRules rules) {
        this(rules, null);
    }

    /// @param through the hub that is asked for all, if there is one
    public Web(WebRules rules, @Nullable Through through) {
        this.rules = rules;
        this.through = through;
    }

    public Optional<Through> through() {
        return Optional.ofNullable(through);
    }

    public boolean offline() {
        return rules.offline();
    }

    WebRules rules() {
        return rules;
    }

    /// The whole answer, whatever its status, unless asking again helps and has not: then it fails.
    public Answer get(URI address, Map<String, String> headers) {
        return patiently(address, () -> {
            try (Reply reply = open(address, headers)) {
                byte[] body = reply.body().readNBytes(LARGEST_ANSWER + 1);
                if (body.length > LARGEST_ANSWER) {
                    throw new ToolchainException(
                            "%s is larger than %d MB.".formatted(WebRules.shown(address), LARGEST_ANSWER >> 20),
                            "It can't be what was asked for; check the address.");
                }
                return new Answer(reply.address(), reply.status(), reply.headers(), body);
            }
        });
    }

    /// Something that may fail for a while.
    interface Attempt<T> {
        T make() throws IOException;
    }

    /// Thrown by an attempt whose answer says that a later one may do.
    static final class Passing extends IOException {
        final transient Reply reply;

        Passing(Reply reply) {
            super("it answers " + reply.status());
            this.reply = reply;
        }
    }

    <T> T patiently(URI address, Attempt<T> attempt) {
        for (int tried = 1; ; tried++) {
            try {
                return attempt.make();
            } catch (Passing answer) {
                Optional<Duration> asked = Trouble.wait(answer.reply.headers());
                boolean tooLong = asked.filter(time -> time.compareTo(Trouble.LONGEST_WAIT) > 0)
                        .isPresent();
                if (Trouble.limited(answer.reply.headers()) && (tooLong || tried >= rules.attempts())) {
                    throw Trouble.rateLimit(address, answer.reply.headers());
                }
                if (tooLong || tried >= rules.attempts()) {
                    throw new ToolchainException(
                            "%s answers %d, %d times in a row."
                                    .formatted(WebRules.shown(address), answer.reply.status(), tried),
                            Trouble.hint(answer.reply.status()),
                            answer);
                }
                pause(asked.orElse(backOff(tried)));
            } catch (java.nio.file.FileSystemException e) {
                throw Disk.trouble(e);
            } catch (IOException e) {
                if (Disk.full(e)) {
                    throw Disk.trouble(e);
                }
                if (tried >= attempts(address, e)) {
                    throw Trouble.unreachable(address, e);
                }
                pause(backOff(tried));
            }
        }
    }

    /// Without a network nobody should wait long to be told so: a host that there is no way to is tried once more, and
    /// from then on only once.
    private int attempts(URI address, IOException trouble) {
        if (trouble instanceof ConnectException || trouble instanceof HttpConnectTimeoutException) {
            return Math.min(rules.attempts(), unreachable.add(WebRules.host(address)) ? 2 : 1);
        }
        return rules.attempts();
    }

    private static Duration backOff(int tried) {
        long doubled = FIRST_WAIT.toMillis() << Math.min(tried - 1, 5);
        return Duration.ofMillis(doubled + ThreadLocalRandom.current().nextLong(doubled / 2 + 1));
    }

    private void pause(Duration time) {
        try {
            rules.pause().of(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolchainException("Interrupted.", "Run it again; what was fetched so far is kept.", e);
        }
    }

    /// One attempt. Answers that ask for patience become {@link Passing}.
    Reply open(URI address, Map<String, String> headers) throws IOException {
        URI from = through == null ? address : through.of(address);
        URI at = from;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            rules.check(at, from);
            HttpResponse<InputStream> response = send(at, headers);
            Reply reply = new Reply(
                    at,
                    response.statusCode(),
                    response.headers(),
                    new IdleWatch(response.body(), rules.idle(), rules.total()));
            Optional<String> next = reply.status() / 100 == 3 ? reply.header("location") : Optional.empty();
            if (next.isEmpty()) {
                if (Trouble.passing(reply.status(), reply.headers())) {
                    reply.close();
                    throw new Passing(reply);
                }
                return reply;
            }
            reply.close();
            from = at;
            at = target(at, next.get());
        }
        throw new ToolchainException(
                "%s leads in a circle.".formatted(WebRules.shown(address)),
                "Check the address, or the mirror's rules.");
    }

    private static URI target(URI from, String location) throws IOException {
        try {
            return from.resolve(location.replace(" ", "%20"));
        } catch (IllegalArgumentException e) {
            throw new IOException("it leads to something that is no address", e);
        }
    }

    private HttpResponse<InputStream> send(URI address, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(rules.idle()).header("User-Agent", "atmos-hub");
        // An offer to change a plain connection to HTTP/2 confuses servers, and would lose what comes with it.
        request.version("https".equals(address.getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
        headers.forEach(request::setHeader);
        authorization(address).ifPresent(value -> request.setHeader("Authorization", value));
        try {
            return client().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ToolchainException("Interrupted.", "Run it again; what was fetched so far is kept.", e);
        }
    }

    private Optional<String> authorization(URI address) {
        if (address.getUserInfo() != null) {
            byte[] user = address.getUserInfo().getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(user));
        }
        return Optional.ofNullable(rules.tokens().get(WebRules.host(address)))
                .or(() -> Optional.ofNullable(rules.tokens().get(address.getRawAuthority())));
    }

    /// Made when it is needed: most commands never are online.
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(rules.idle().compareTo(LONGEST_CONNECT) < 0 ? rules.idle() : LONGEST_CONNECT)
                    .proxy(rules.proxies().selector())
                    .authenticator(rules.proxies().authenticator())
                    .build();
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
