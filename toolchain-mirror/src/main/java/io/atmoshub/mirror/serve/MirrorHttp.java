package io.atmoshub.mirror.serve;

import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.Problem;
import io.atmoshub.mirror.MirrorException;
import io.atmoshub.mirror.MirrorException.Kind;
import io.atmoshub.mirror.blob.BlobId;
import io.atmoshub.mirror.ledger.Ledger;
import io.atmoshub.mirror.policy.Gate;
import io.atmoshub.mirror.pull.Found;
import io.atmoshub.mirror.pull.PullThrough;
import io.atmoshub.mirror.pull.VersionIndex;
import io.atmoshub.mirror.serve.Portion.Asked;
import io.atmoshub.mirror.upstream.UpstreamAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// Answers `/mirror/https/HOST/PATH`. What is pinned may be kept by the caller for good; what changes, for a minute.
public final class MirrorHttp {
    private static final String PATH = "/mirror/https/";
    private static final String VERSIONS = "/mirror/versions/";
    private static final String REGISTRY = "/mirror/registry.yaml";

    private static final String FOR_GOOD = "max-age=31536000, immutable";
    private static final String FOR_A_WHILE = "max-age=60";

    private final PullThrough mirror;
    private final Ledger ledger;
    private final Gate gate;
    private final VersionIndex versions;
    private final UpstreamAddress registry;

    /// @param registry where the definitions of tools are that this mirror offers
    public MirrorHttp(PullThrough mirror, Ledger ledger, Gate gate, VersionIndex versions, UpstreamAddress registry) {
        this.mirror = mirror;
        this.ledger = ledger;
        this.gate = gate;
        this.versions = versions;
        this.registry = registry;
    }

    /// Whether there is anything under this path.
    public static boolean serves(String path) {
        return path.startsWith(PATH) || path.startsWith(VERSIONS) || path.equals(REGISTRY);
    }

    /// Returns when all is sent.
    ///
    /// @param who takes it, for the account of downloads
    /// @param shared whether a cache on the way may give it to others, too
    public void answer(HttpServletRequest request, HttpServletResponse response, String who, boolean shared)
            throws IOException {
        // Whatever it is, it never runs as a page of ours.
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        try {
            if (request.getRequestURI().startsWith(VERSIONS)) {
                versions(request, response, shared);
                return;
            }
            UpstreamAddress address = request.getRequestURI().equals(REGISTRY) ? registry : address(request);
            boolean part = request.getHeader("Range") != null;
            boolean pinned = !mirror.changes(address);
            if (pinned) {
                gate.admit(address, false);
            }
            try (Found found = mirror.get(address, accept(request), part)) {
                if (pinned && found instanceof Found.Held) {
                    gate.admit(address, true);
                }
                String cached = shared ? "public, " : "private, ";
                switch (found) {
                    case Found.Held held -> held(held, request, response, who, cached);
                    case Found.Coming coming -> coming(coming, request, response, who, cached);
                    case Found.Document document -> document(document, request, response, cached);
                }
            }
        } catch (MirrorException e) {
            refuse(response, e);
        }
    }

    private void versions(HttpServletRequest request, HttpServletResponse response, boolean shared) throws IOException {
        String repository = request.getRequestURI().substring(VERSIONS.length());
        String what = request.getQueryString() == null ? "of=releases" : request.getQueryString();
        byte[] body = versions.of(repository, what.replaceFirst("^of=", ""))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", (shared ? "public, " : "private, ") + FOR_A_WHILE);
        response.setContentType("application/json");
        response.setContentLengthLong(body.length);
        if (!request.getMethod().equals("HEAD")) {
            new ToStream(response.getOutputStream()).bytes(ByteBuffer.wrap(body));
        }
    }

    private static UpstreamAddress address(HttpServletRequest request) {
        String rest = request.getRequestURI().substring(PATH.length());
        int slash = rest.indexOf('/');
        if (slash <= 0) {
            throw new MirrorException(Kind.REFUSED, "This names no host and path.", "Ask for /mirror/https/HOST/PATH.");
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return new UpstreamAddress(rest.substring(0, slash), rest.substring(slash) + query);
    }

    /// Of what callers send, this alone has a say upstream; so it is held to what is usual.
    private static String accept(HttpServletRequest request) {
        String asked = Optional.ofNullable(request.getHeader("Accept")).orElse("*/*");
        return asked.length() <= 200 && asked.matches("[A-Za-z0-9!#$&^_.+*/;=, -]+") ? asked : "*/*";
    }

    private void held(
            Found.Held held, HttpServletRequest request, HttpServletResponse response, String who, String cached)
            throws IOException {
        long size = held.blob().size();
        String tag = describe(response, held.file().blob(), cached);
        if (!held.file().lastModified().isEmpty()) {
            response.setHeader("Last-Modified", held.file().lastModified());
        }
        Portion.Part part =
                switch (Portion.of(asked(request), tag, held.file().lastModified(), size)) {
                    case Portion.All() -> new Portion.Part(0, size);
                    case Portion.Part some -> {
                        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                        response.setHeader(
                                "Content-Range", "bytes %d-%d/%d".formatted(some.from(), some.to() - 1, size));
                        yield some;
                    }
                    case Portion.Unchanged() -> {
                        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                        yield new Portion.Part(0, 0);
                    }
                    case Portion.Unsatisfiable() -> {
                        response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
                        response.setHeader("Content-Range", "bytes */" + size);
                        yield new Portion.Part(0, 0);
                    }
                };
        if (response.getStatus() != HttpServletResponse.SC_NOT_MODIFIED) {
            response.setContentLengthLong(part.to() - part.from());
        }
        if (!request.getMethod().equals("HEAD") && part.to() > part.from()) {
            new ToStream(response.getOutputStream()).file(held.blob().channel(), part.from(), part.to());
            ledger.taken(held.file(), who, part.to() - part.from());
        }
    }

    /// When the end does not match, the connection is cut: fewer bytes came than were announced, and no client takes
    /// that for the file.
    private void coming(
            Found.Coming coming, HttpServletRequest request, HttpServletResponse response, String who, String cached)
            throws IOException {
        describe(response, coming.file().expected(), cached);
        response.setContentLengthLong(coming.file().length());
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        coming.file().sendTo(new ToStream(response.getOutputStream()));
        ledger.find(coming.file().address())
                .ifPresent(file -> ledger.taken(file, who, coming.file().length()));
    }

    private static String describe(HttpServletResponse response, BlobId blob, String cached) {
        String tag = "\"" + blob + "\"";
        byte[] sum = HexFormat.of().parseHex(blob.hex());
        response.setHeader("ETag", tag);
        response.setHeader(
                "Repr-Digest", "sha-256=:%s:".formatted(Base64.getEncoder().encodeToString(sum)));
        response.setHeader("Cache-Control", cached + FOR_GOOD);
        response.setHeader("Accept-Ranges", "bytes");
        response.setContentType("application/octet-stream");
        return tag;
    }

    private static void document(
            Found.Document document, HttpServletRequest request, HttpServletResponse response, String cached)
            throws IOException {
        byte[] body = document.body();
        response.setHeader("Cache-Control", cached + FOR_A_WHILE);
        response.setContentType(document.mediaType());
        String tag = document.etag().startsWith("W/") ? document.etag().substring(2) : document.etag();
        if (!tag.isEmpty()) {
            response.setHeader("ETag", document.etag());
        }
        Asked asked = asked(request);
        boolean known = !tag.isEmpty()
                && asked.ifNoneMatch().isPresent()
                && Portion.of(asked, tag, "", body.length) instanceof Portion.Unchanged;
        if (known) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentLengthLong(body.length);
        if (!request.getMethod().equals("HEAD")) {
            new ToStream(response.getOutputStream()).bytes(ByteBuffer.wrap(body));
        }
    }

    private static Asked asked(HttpServletRequest request) {
        return new Asked(
                Optional.ofNullable(request.getHeader("Range")),
                Optional.ofNullable(request.getHeader("If-Range")),
                Optional.ofNullable(request.getHeader("If-None-Match")),
                Optional.ofNullable(request.getHeader("If-Modified-Since")));
    }

    /// As everything of the hub's says no.
    public static void refuse(HttpServletResponse response, MirrorException why) throws IOException {
        if (response.isCommitted()) {
            throw new IOException(why);
        }
        response.reset();
        why.after().ifPresent(time -> response.setHeader("Retry-After", Long.toString(time.toSeconds())));
        Problem problem = new Problem(
                "about:blank",
                "Not mirrored",
                why.kind().status(),
                why.what(),
                "MIRROR_" + why.kind().name().toUpperCase(Locale.ROOT),
                why.hint());
        response.setStatus(why.kind().status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(HubJson.write(problem).getBytes(StandardCharsets.UTF_8));
    }
}
