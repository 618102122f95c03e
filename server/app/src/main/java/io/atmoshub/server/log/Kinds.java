package io.atmoshub.server.log;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.atmoshub.hub.session.Happening;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The name of each kind of happening: the one that JSON uses.
public final class Kinds {
    private static final Map<Class<?>, String> NAMES = Arrays.stream(
                    Objects.requireNonNull(Happening.class.getAnnotation(JsonSubTypes.class))
                            .value())
            .collect(Collectors.toUnmodifiableMap(JsonSubTypes.Type::value, JsonSubTypes.Type::name));

    private Kinds() {}

    public static String of(Happening what) {
        return Objects.requireNonNull(NAMES.get(what.getClass()));
    }
}
