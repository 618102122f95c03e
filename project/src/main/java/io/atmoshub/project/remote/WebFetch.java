package io.atmoshub.project.remote;

import io.atmoshub.project.Limits;
import io.atmoshub.project.remote.RemoteException.Kind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Gets a file from a web server, through redirects; every one is checked anew.
record WebFetch(Limits limits, Patience patience) {
    private static final int REDIRECTS = 5;

    byte[] get(RemoteAddress.Web from) {
        URI at = from.address();
        try {
            for (int hop = 0; hop <= REDIRECTS; hop++) {
                WebGet.Answer answer = new WebGet(limits, patience).ask(at, authorization(at, from.address()));
                if (answer.status() == 200) {
                    return answer.body();
                }
                Optional<String> next = answer.status() / 100 == 3 ? answer.location() : Optional.<String>empty();
                if (next.isEmpty()) {
                    throw refusal(from, answer.status());
                }
                at = target(at, next.get(), from);
            }
        } catch (RemoteException e) {
            throw new RemoteException(
                    e.kind(), at.equals(from.address()) ? e.problem() : e.problem() + redirected(from), e.hint(), e);
        } catch (WebGet.TooLong e) {
            throw new RemoteException(
                    Kind.REFUSED,
                    "%s is not read: %s.".formatted(from.shown(), e.getMessage()),
                    "It can't be a manifest; check the address.",
                    e);
        } catch (IOException e) {
            throw new RemoteException(
                    Kind.UNREACHABLE,
                    "%s can't be fetched: %s.".formatted(from.shown(), words(e)),
                    "Check the address and the network.",
                    e);
        }
        throw new RemoteException(
                Kind.UNREACHABLE,
                "%s leads from one address to the next without end.".formatted(from.shown()),
                "Check the address.");
    }

    private static String redirected(RemoteAddress.Web from) {
        return " %s leads there.".formatted(from.shown());
    }

    private static String words(IOException e) {
        return switch (e) {
            case UnknownHostException unknown -> "there is no host " + unknown.getMessage();
            case SocketTimeoutException timeout -> "nothing came for too long";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    private static URI target(URI from, String location, RemoteAddress.Web start) {
        try {
            URI to = from.resolve(location.replace(" ", "%20"));
            boolean plain = "http".equalsIgnoreCase(to.getScheme()) && "http".equalsIgnoreCase(from.getScheme());
            boolean web = plain || "https".equalsIgnoreCase(to.getScheme());
            if (web && to.getHost() != null) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new RemoteException(
                Kind.REFUSED,
                "%s leads to something that is not followed: only to https.".formatted(start.shown()),
                "Import from where the file really is.");
    }

    private static RemoteException refusal(RemoteAddress.Web from, int status) {
        return switch (status) {
            case 404, 410 ->
                new RemoteException(
                        Kind.MISSING,
                        "There is no %s (the server answers %d).".formatted(from.shown(), status),
                        "Correct the address; for a private file, say who you are (GITHUB_TOKEN for GitHub).");
            case 401, 403 ->
                new RemoteException(
                        Kind.REFUSED,
                        "The server does not give out %s (it answers %d).".formatted(from.shown(), status),
                        "Say who you are: GITHUB_TOKEN for GitHub, or name and password in the address.");
            default ->
                new RemoteException(
                        Kind.UNREACHABLE,
                        "%s can't be fetched: the server answers %d.".formatted(from.shown(), status),
                        "Try again later.");
        };
    }

    /// What says who asks goes to the first host only, and GitHub's token only to GitHub.
    private Map<String, String> authorization(URI at, URI first) {
        boolean same = Objects.equals(at.getRawAuthority(), first.getRawAuthority())
                && Objects.equals(at.getScheme(), first.getScheme());
        if (!same) {
            return Map.of();
        }
        String named = first.getUserInfo();
        if (named != null) {
            byte[] user = named.getBytes(StandardCharsets.UTF_8);
            return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(user));
        }
        boolean gitHub = "https".equalsIgnoreCase(at.getScheme())
                && ("raw.githubusercontent.com".equalsIgnoreCase(at.getHost())
                        || "api.github.com".equalsIgnoreCase(at.getHost()));
        return gitHub
                ? token(limits)
                        .map(token -> Map.of("Authorization", "Bearer " + token))
                        .orElse(Map.of())
                : Map.of();
    }

    static Optional<String> token(Limits limits) {
        return limits.variable("ATMOS_GITHUB_TOKEN")
                .or(() -> limits.variable("GITHUB_TOKEN"))
                .map(String::strip)
                .filter(token -> token.matches("[\\w.-]+"));
    }
}
