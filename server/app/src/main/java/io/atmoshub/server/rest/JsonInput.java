package io.atmoshub.server.rest;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.conversation.SessionExport;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/// What a caller sent, or a refusal that names the field which is wrong.
final class JsonInput {
    /// A message of the longest kind, each character escaped, fits four times.
    static final int MOST_BYTES = 1 << 20;

    /// A whole session holds what its tools read.
    private static final int MOST_BYTES_OF_A_SESSION = 8 << 20;

    private JsonInput() {}

    static <T> T read(InputStream body, Class<T> type) throws IOException {
        byte[] bytes = body.readNBytes(most(type) + 1);
        if (bytes.length > most(type)) {
            throw tooLarge(type);
        }
        T value;
        try {
            value = HubJson.mapper().readValue(bytes, type);
        } catch (DatabindException e) {
            throw refusal(e);
        } catch (JacksonException e) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "The body is not JSON: " + e.getOriginalMessage(),
                    "Compare it with /api/v1/openapi.json.",
                    e);
        }
        if (value == null) {
            throw missing("body");
        }
        checkComplete(value, "");
        return value;
    }

    /// What says itself that it is too long is not read: beyond eight times as much the server would break off.
    static void checkLength(@Nullable String contentLength, Class<?> type) {
        if (contentLength != null && contentLength.matches("\\d{1,18}") && Long.parseLong(contentLength) > most(type)) {
            throw tooLarge(type);
        }
    }

    private static int most(Class<?> type) {
        return type == SessionExport.class ? MOST_BYTES_OF_A_SESSION : MOST_BYTES;
    }

    private static HubException tooLarge(Class<?> type) {
        return new HubException(
                ErrorCode.TOO_LARGE,
                "The body is larger than %d MiB.".formatted(most(type) >> 20),
                "Send less, or in several requests.");
    }

    private static HubException refusal(DatabindException e) {
        String field = e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof HubException own) {
                String where = field.isEmpty() ? "" : field + ": ";
                return new HubException(own.code(), where + own.what(), own.hint(), e);
            }
        }
        return new HubException(
                ErrorCode.INVALID_INPUT,
                field.isEmpty()
                        ? "The body has not the form that is wanted here, or misses a field."
                        : "The field \"%s\" is missing or has not the form that is wanted here.".formatted(field),
                "Compare it with /api/v1/openapi.json.",
                e);
    }

    /// Records say with `@Nullable` what may be missing; everything else must be there.
    private static void checkComplete(Object value, String path) {
        RecordComponent[] components = value.getClass().getRecordComponents();
        if (components == null) {
            return;
        }
        for (RecordComponent component : components) {
            Object part;
            try {
                part = component.getAccessor().invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
            String name = path + component.getName();
            if (part == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw missing(name);
            }
            if (part != null) {
                checkComplete(part, name + ".");
            }
        }
    }

    private static HubException missing(String field) {
        return new HubException(
                ErrorCode.INVALID_INPUT,
                "The field \"%s\" is missing.".formatted(field),
                "Compare the body with /api/v1/openapi.json.");
    }
}
