package io.atmoshub.client.wire;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.Problem;
import java.net.URI;
import java.util.Arrays;
import tools.jackson.core.JacksonException;

/// Turns what came back, or what kept it from coming, into the refusal a caller can act on.
final class Refusals {
    private final URI address;

    Refusals(URI address) {
        this.address = address;
    }

    HubException from(int status, String contentType, String body) {
        if (contentType.startsWith(Problem.MEDIA_TYPE)) {
            try {
                return from(HubJson.read(body, Problem.class));
            } catch (JacksonException e) {
                return foreign(status, e);
            }
        }
        return foreign(status, null);
    }

    HubException from(Problem problem) {
        String detail = problem.detail();
        return new HubException(
                code(problem.code(), problem.status()), detail == null ? problem.title() : detail, problem.hint());
    }

    HubException unreachable(Throwable cause) {
        return new HubException(
                ErrorCode.UNAVAILABLE,
                "The hub at %s can't be reached (%s).".formatted(address, reason(cause)),
                "See whether it runs and whether the address is right; it may be starting.",
                cause);
    }

    HubException tooSlow(long seconds) {
        return new HubException(
                ErrorCode.UNAVAILABLE,
                "The hub at %s did not answer within %d seconds.".formatted(address, seconds),
                "Try again; if it stays like this, ask whoever runs it.");
    }

    HubException unreadable(RuntimeException cause) {
        return new HubException(
                ErrorCode.UNAVAILABLE,
                "What came from %s is no answer of a hub.".formatted(address),
                "See whether the address is right, and whether client and hub are of the same version.",
                cause);
    }

    /// A server that is still without its hub knows no page at all: nothing was found out about what was asked for.
    private HubException foreign(int status, @org.jspecify.annotations.Nullable Throwable cause) {
        var refusal = new HubException(
                status == 404 ? ErrorCode.UNAVAILABLE : code("", status),
                "%s answered with status %d, and not as a hub does.".formatted(address, status),
                "See whether the address is right and what stands between you and the hub; it may be starting.");
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }

    /// By name; by status for a code that this version does not know yet.
    private static ErrorCode code(String name, int status) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.name().equals(name))
                .findFirst()
                .or(() -> Arrays.stream(ErrorCode.values())
                        .filter(code -> code.httpStatus() == status)
                        .findFirst())
                .orElse(status >= 400 && status < 500 ? ErrorCode.INVALID_INPUT : ErrorCode.UNAVAILABLE);
    }

    private static String reason(Throwable cause) {
        if (cause instanceof java.nio.channels.UnresolvedAddressException
                || cause.getCause() instanceof java.nio.channels.UnresolvedAddressException) {
            return "no such host";
        }
        if (cause instanceof javax.net.ssl.SSLException) {
            return "its certificate or TLS was refused: " + cause.getMessage();
        }
        if (cause instanceof java.net.ConnectException) {
            return "nothing answers there";
        }
        String message = cause.getMessage();
        return message == null ? "the connection broke" : message;
    }
}
