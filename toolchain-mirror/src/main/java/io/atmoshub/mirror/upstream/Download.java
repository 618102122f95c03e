package io.atmoshub.mirror.upstream;

import io.atmoshub.mirror.MirrorException;
import io.atmoshub.mirror.MirrorException.Kind;
import io.atmoshub.mirror.blob.Incoming;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A whole file from upstream. What broke off goes on where it ended, if upstream can say that the file is still the
/// same; what asks for patience is asked again.
public final class Download {
    private static final int PIECE = 64 * 1024;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    private final Upstream upstream;
    private final UpstreamRules.Pace pace;

    /// Hears how things go, on the thread that fetches.
    public interface Listener {
        Listener NOBODY = new Listener() {
            @Override
            public void begins(Optional<Long> length, long from) {}

            @Override
            public void arrived(long bytes) {}
        };

        /// Also when it begins again. What had arrived counts up to `from`.
        void begins(Optional<Long> length, long from);

        void arrived(long bytes);
    }

    /// What upstream said about a file that is here now.
    public record Arrived(String mediaType, String lastModified) {}

    public Download(Upstream upstream) {
        this.upstream = upstream;
        this.pace = upstream.rules().pace();
    }

    public Arrived into(Incoming incoming, UpstreamAddress address, Listener listener) throws IOException {
        String[] tag = {""};
        return patiently(address, () -> portion(incoming, address, tag, listener));
    }

    /// Something that may fail for a while.
    public interface Attempt<T> {
        T make() throws IOException;
    }

    /// What failed here, at home: asking again would not help.
    private static final class AtHome extends RuntimeException {
        final transient IOException trouble;

        AtHome(IOException trouble) {
            super(trouble);
            this.trouble = trouble;
        }
    }

    /// Thrown by an attempt whose answer says that a later one may do.
    private static final class Later extends IOException {
        private final int status;
        private final transient Optional<Duration> after;

        Later(int status, Optional<Duration> after) {
            super("it answers " + status);
            this.status = status;
            this.after = after;
        }
    }

    public <T> T patiently(UpstreamAddress address, Attempt<T> attempt) throws IOException {
        for (int tried = 1; ; tried++) {
            Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tried - 1, 5));
            try {
                return attempt.make();
            } catch (AtHome e) {
                throw e.trouble;
            } catch (Later e) {
                Duration asked = e.after.orElse(wait);
                if (tried >= pace.attempts() || asked.compareTo(pace.longest()) > 0) {
                    throw new MirrorException(
                            Kind.BUSY,
                            "%s answers %d.".formatted(address, e.status),
                            "Try again later; upstream asks for patience.",
                            asked,
                            e);
                }
                wait = asked;
            } catch (IOException e) {
                if (tried >= pace.attempts()) {
                    throw new MirrorException(
                            Kind.UNREACHABLE,
                            "%s can't be fetched: %s.".formatted(address, words(e)),
                            "Try again; if it stays so, look at the network between hub and upstream.",
                            null,
                            e);
                }
            }
            rest(wait);
        }
    }

    private void rest(Duration wait) throws IOException {
        try {
            pace.pause().of(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// Turns the answers that are no answer into failures: those that pass, and those that don't.
    public static void orFail(UpstreamAddress address, Upstream.Reply reply) throws IOException {
        int status = reply.status();
        boolean limited = status == 403
                && (reply.header("retry-after").isPresent()
                        || reply.header("x-ratelimit-remaining")
                                .filter("0"::equals)
                                .isPresent());
        if (status == 429 || status >= 500 || limited) {
            throw new Later(status, after(reply));
        }
        if (status >= 400) {
            throw new MirrorException(
                    status == 404 || status == 410 ? Kind.MISSING : Kind.UNREACHABLE,
                    "%s answers %d.".formatted(address, status),
                    status == 404 || status == 410
                            ? "Check the address; what is private needs the hub's own token."
                            : "Upstream does not give it to this hub.");
        }
    }

    private Arrived portion(Incoming incoming, UpstreamAddress address, String[] tag, Listener listener)
            throws IOException {
        var asked = new HashMap<String, String>();
        if (incoming.written() > 0 && !tag[0].isEmpty()) {
            asked.put("Range", "bytes=%d-".formatted(incoming.written()));
            asked.put("If-Range", tag[0]);
        }
        try (Upstream.Reply reply = upstream.open(address, Map.copyOf(asked))) {
            if (reply.status() == 416) {
                tag[0] = "";
                throw new IOException("it changed while it was fetched");
            }
            orFail(address, reply);
            boolean goesOn = reply.status() == 206
                    && reply.header("content-range")
                            .filter(range -> range.startsWith("bytes " + incoming.written() + "-"))
                            .isPresent();
            if (reply.status() != 200 && !goesOn) {
                tag[0] = "";
                throw new IOException("it answers %d, which was not asked for".formatted(reply.status()));
            }
            if (!goesOn && incoming.written() > 0) {
                home(incoming::restart);
            }
            long before = incoming.written();
            Optional<Long> length = reply.exchange().length().map(rest -> rest + before);
            if (length.filter(all -> all > upstream.rules().mostBytes()).isPresent()) {
                throw tooLarge(address);
            }
            tag[0] = reply.header("etag").filter(each -> each.startsWith("\"")).orElse("");
            listener.begins(length, before);
            copy(reply.body(), incoming, address, listener);
            if (reply.exchange().hasMore()) {
                tag[0] = "";
                home(incoming::restart);
                listener.begins(Optional.empty(), 0);
                throw new IOException("it is longer than it said");
            }
            return new Arrived(
                    reply.header("content-type").orElse("application/octet-stream"),
                    reply.header("last-modified").orElse(""));
        }
    }

    private void copy(InputStream in, Incoming incoming, UpstreamAddress address, Listener listener)
            throws IOException {
        byte[] piece = new byte[PIECE];
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            if (incoming.written() + count > upstream.rules().mostBytes()) {
                throw tooLarge(address);
            }
            int length = count;
            home(() -> incoming.write(piece, 0, length));
            listener.arrived(incoming.written());
        }
    }

    /// Work on this machine's own disk.
    private interface Chore {
        void run() throws IOException;
    }

    private static void home(Chore chore) {
        try {
            chore.run();
        } catch (IOException e) {
            throw new AtHome(e);
        }
    }

    private MirrorException tooLarge(UpstreamAddress address) {
        return new MirrorException(
                Kind.REFUSED,
                "%s is larger than the %d MiB that this hub mirrors."
                        .formatted(address, upstream.rules().mostBytes() >> 20),
                "An admin can raise ATMOS_HUB_MIRROR_MAX_FILE.");
    }

    private static Optional<Duration> after(Upstream.Reply reply) {
        return reply.header("retry-after").map(String::strip).flatMap(text -> {
            if (text.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            try {
                Duration left = Duration.between(
                        Instant.now(),
                        ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
                return Optional.of(left.isNegative() ? Duration.ZERO : left);
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }

    private static String words(IOException e) {
        return switch (e) {
            case UnknownHostException unknown -> "there is no host " + unknown.getMessage();
            case SocketTimeoutException timeout -> "nothing came for too long";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
