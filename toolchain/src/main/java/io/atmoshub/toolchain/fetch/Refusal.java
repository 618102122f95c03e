package io.atmoshub.toolchain.fetch;

import io.atmoshub.toolchain.ToolchainException;
import java.net.http.HttpHeaders;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads why a server that says it in a form for programs (RFC 9457, as hubs do) refused: its own words serve people
/// better than a status.
final class Refusal {
    private static final JsonMapper JSON = new JsonMapper();

    private Refusal() {}

    static boolean told(HttpHeaders headers) {
        return headers.firstValue("content-type")
                .filter(type -> type.startsWith("application/problem+json"))
                .isPresent();
    }

    static Optional<ToolchainException> in(Answer answer) {
        if (!answer.header("content-type").orElse("").startsWith("application/problem+json")) {
            return Optional.empty();
        }
        try {
            JsonNode problem = JSON.readTree(answer.body());
            String detail = problem.path("detail").asString("");
            String hint = problem.path("hint").asString("");
            return detail.isBlank()
                    ? Optional.empty()
                    : Optional.of(new ToolchainException(
                            detail,
                            answer.status() == 401
                                    ? "Log in to the hub: atmos hub login %s://%s --token-stdin"
                                            .formatted(
                                                    answer.address().getScheme(),
                                                    answer.address().getRawAuthority())
                                    : hint.isBlank() ? Trouble.hint(answer.status()) : hint));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
