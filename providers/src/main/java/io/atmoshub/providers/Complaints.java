package io.atmoshub.providers;

import io.atmoshub.assistant.model.ModelException;
import io.atmoshub.hub.HubJson;
import io.atmoshub.providers.http.HttpTrouble;
import io.atmoshub.providers.http.HttpTrouble.What;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Why a model can't answer, in a sentence for a person and with what to do. Providers say the same thing in
/// seven ways; what they say is looked at before the status, which several of them share out differently.
final class Complaints {
    private static final Pattern TOO_LONG = Pattern.compile(
            "prompt is too long|context.?length|context.?window|maximum context|maximum prompt length|input is too long"
                    + "|input token count.*exceeds|request_too_large|exceeds? the (available|model).*context"
                    + "|exceeds the maximum number of tokens");
    private static final Pattern NO_CREDIT = Pattern.compile(
            "insufficient_quota|credit balance|exceeded your current quota|service.?quota|out of credits|available credits"
                    + "|spending limit|too many tokens per day");
    private static final Pattern REFUSED = Pattern.compile(
            "content_filter|content management policy|responsibleai|\"blockreason\"|safety system|guardrail");
    private static final Pattern NO_MODEL = Pattern.compile(
            "model_not_found|deploymentnotfound|model.{0,80}(not found|does not exist|not supported|no longer available)"
                    + "|not_found_error|unknown model|model identifier is invalid|no such model|don't have access to the model");
    private static final Pattern BAD_KEY = Pattern.compile(
            "authentication_error|invalid.{0,12}api.?key|incorrect api key|api key not valid|unauthorized|unrecognizedclient"
                    + "|security token|access denied due to invalid|expiredtoken|invalidsignature|signature we calculated");
    private static final Pattern BUSY = Pattern.compile(
            "overloaded|throttl|resource_exhausted|too many requests|rate.?limit|unavailable|model is not ready");

    private final ProviderSettings settings;
    private final String who;

    Complaints(ProviderSettings settings) {
        this.settings = settings;
        this.who = settings.provider().title();
    }

    ModelException about(HttpTrouble trouble) {
        return switch (trouble.what()) {
            case What.Refused refused -> refused(refused, trouble);
            case What.Unreachable(String address, String reason) ->
                new ModelException(
                        "%s can't be reached at %s: %s.".formatted(who, address, reason.replaceAll("\\.$", "")),
                        settings.provider() == Provider.OLLAMA
                                ? "Start Ollama there, or set its address."
                                : "Check the network, a proxy on the way, and the provider's address in the settings.",
                        trouble);
            case What.BrokeOff() -> brokeOff();
            case What.Silent(Duration time) ->
                new ModelException(
                        "%s stopped answering: nothing came for %s.".formatted(who, inWords(time)),
                        "Ask again; if it goes on, look at the provider's status, or raise timeout_seconds.",
                        trouble);
            case What.TookTooLong(Duration time) ->
                new ModelException(
                        "%s was still answering after %s.".formatted(who, inWords(time)),
                        "Ask for something smaller, or in parts.",
                        trouble);
            case What.Stopped() -> new ModelException("The answer was stopped.", "Ask again.", trouble);
        };
    }

    ModelException brokeOff() {
        return new ModelException(
                "%s broke off in the middle of its answer.".formatted(who),
                "Say \"go on\", or ask again; if it goes on, look at the provider's status.");
    }

    ModelException refusal() {
        return new ModelException(
                "%s refused to answer, for reasons of safety.".formatted(who),
                "Ask in other words, leave out what it may have taken amiss, or use another model.");
    }

    ModelException strangeEnd() {
        return new ModelException(
                "%s ended its answer without a reason that we know.".formatted(who), "Ask again, in other words.");
    }

    /// Not the provider's fault as far as anybody can tell.
    ModelException broken(Throwable cause) {
        return new ModelException(
                "%s answered with something that can't be read.".formatted(who),
                "Ask again; the log has the details. If it goes on, check that the address is that of the provider's API.",
                cause);
    }

    private ModelException refused(What.Refused refused, HttpTrouble cause) {
        String body = refused.body().toLowerCase(Locale.ROOT);
        int status = refused.status();
        if (TOO_LONG.matcher(body).find() || status == 413) {
            return because(
                    "The conversation is too long for %s.".formatted(settings.model()),
                    refused,
                    "Begin a new session, have this one shortened, or use a model that can look at more.",
                    cause);
        }
        if (REFUSED.matcher(body).find()) {
            return refusal();
        }
        if (status == 402 || NO_CREDIT.matcher(body).find()) {
            return because(
                    "The account at %s has used up its credit or its quota.".formatted(who),
                    refused,
                    "Have it raised or paid there, or use another provider.",
                    cause);
        }
        if (status == 404 || (status != 429 && NO_MODEL.matcher(body).find())) {
            return because(
                    "%s has no model \"%s\", or this key may not use it.".formatted(who, settings.model()),
                    refused,
                    "Choose another model; the provider's console lists those that there are.",
                    cause);
        }
        if (status == 401 || BAD_KEY.matcher(body).find()) {
            return because(
                    "%s does not accept the key.".formatted(who),
                    refused,
                    "Check the key of %s in the settings%s."
                            .formatted(
                                    settings.provider().id(),
                                    settings.provider()
                                            .keyVariable()
                                            .map(", usually from %s"::formatted)
                                            .orElse("")),
                    cause);
        }
        if (status == 403) {
            return because(
                    "%s does not allow it.".formatted(who),
                    refused,
                    "Check what the key may do and which models, regions and addresses it may be used with.",
                    cause);
        }
        if (status == 429 || status >= 500 || BUSY.matcher(body).find()) {
            return because(
                    "%s is busy: it takes no more requests at the moment.".formatted(who),
                    refused,
                    refused.retryAfter() == null
                            ? "Ask again in a minute, or use another model."
                            : "Ask again in %s, or use another model.".formatted(inWords(refused.retryAfter())),
                    cause);
        }
        if (status == 200) {
            return because(
                    "%s failed in the middle of its answer.".formatted(who),
                    refused,
                    "Say \"go on\", or ask again; if it goes on, look at the provider's status.",
                    cause);
        }
        return because(
                "%s refused the request (%d).".formatted(who, status),
                refused,
                "Check the provider's settings; the log has the details.",
                cause);
    }

    /// With the provider's own words, which often name the number or the name that matters.
    private static ModelException because(String reason, What.Refused refused, String hint, Throwable cause) {
        @Nullable String words = words(refused.body());
        return new ModelException(words == null ? reason : "%s It says: %s".formatted(reason, words), hint, cause);
    }

    private static @Nullable String words(String body) {
        try {
            JsonNode said = HubJson.mapper().readTree(body);
            JsonNode first = said.isArray() ? said.path(0) : said;
            for (JsonNode place : new JsonNode[] {
                first.path("error").path("message"), first.path("message"), first.path("Message"), first.path("error")
            }) {
                if (place.isString() && !place.stringValue().isBlank()) {
                    String text =
                            place.stringValue().strip().replaceAll("\\s+", " ").replaceAll("\\b(sk|xai)-\\S+", "…");
                    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
                }
            }
        } catch (JacksonException _) {
            // A gateway's page, perhaps; nothing to quote.
        }
        return null;
    }

    private static String inWords(Duration time) {
        return time.toSeconds() > 0 ? "%d s".formatted(time.toSeconds()) : "%d ms".formatted(time.toMillis());
    }
}
