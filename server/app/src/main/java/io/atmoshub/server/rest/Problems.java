package io.atmoshub.server.rest;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.Problem;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/// Every refusal and every failure leaves as a problem (RFC 9457).
@Provider
public class Problems implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(Problems.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public Response toResponse(Throwable failure) {
        return switch (failure) {
            case HubException refusal -> response(Problem.of(refusal));
            // A number that is none, in the path or the query: JAX-RS takes that for a wrong address.
            case NotFoundException e
            when e.getCause() instanceof IllegalArgumentException ->
                response(Problem.of(new HubException(
                        ErrorCode.INVALID_INPUT, "A parameter of this address can't be read.", LOOK, e)));
            case WebApplicationException e -> ofTheProtocol(e.getResponse());
            case OptimisticLockException e ->
                response(Problem.of(new HubException(
                        ErrorCode.CONFLICT,
                        "Somebody else changed this at the same moment.",
                        "Look again and repeat.",
                        e)));
            default -> response(Problem.of(broken(failure)));
        };
    }

    /// A bug of ours: the caller gets a reference, the log the rest.
    public static HubException broken(Throwable failure) {
        byte[] bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        String ref = HexFormat.of().withUpperCase().formatHex(bytes);
        LOG.log(Level.ERROR, "ref " + ref + ": " + failure, failure);
        return new HubException(
                ErrorCode.BROKEN,
                "Something broke on our side (ref %s).".formatted(ref),
                "Try again; if it stays, give the reference to your operator.",
                failure);
    }

    private static Response ofTheProtocol(Response response) {
        int status = response.getStatus();
        if (status < 400) {
            return response;
        }
        HubException refusal =
                switch (status) {
                    case 404 -> new HubException(ErrorCode.NOT_FOUND, "There is nothing at this address.", LOOK);
                    case 405 -> new HubException(ErrorCode.INVALID_INPUT, "This address knows other methods.", LOOK);
                    case 406 -> new HubException(ErrorCode.INVALID_INPUT, "No answer of the accepted kinds.", LOOK);
                    case 415 -> new HubException(ErrorCode.INVALID_INPUT, "The body must be JSON.", LOOK);
                    default -> new HubException(ErrorCode.INVALID_INPUT, "The request can't be read.", LOOK);
                };
        Problem problem = Problem.of(refusal);
        String title = response.getStatusInfo().getReasonPhrase();
        Problem exact = new Problem(
                problem.type(),
                title.isEmpty() ? problem.title() : title,
                status,
                problem.detail(),
                problem.code().toUpperCase(Locale.ROOT),
                problem.hint());
        Response.ResponseBuilder answer = Response.fromResponse(response(exact));
        Object allow = response.getHeaders().getFirst("Allow");
        return (allow == null ? answer : answer.header("Allow", allow)).build();
    }

    private static Response response(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    private static final String LOOK = "See /api/v1/openapi.json for what there is.";
}
