package io.atmoshub.server.openapi;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// JSON Schemas of the records that travel, collected while they are referred to.
final class Schemas {
    private final Map<String, Object> named = new TreeMap<>();

    Map<String, Object> all() {
        return named;
    }

    /// A schema to put where a value of this type stands.
    Map<String, Object> of(Type type) {
        return of(type, Map.of());
    }

    private Map<String, Object> of(Type type, Map<String, Type> variables) {
        if (type instanceof TypeVariable<?> variable) {
            Type actual = variables.get(variable.getName());
            return actual == null ? Map.of() : of(actual, Map.of());
        }
        if (type instanceof ParameterizedType parameterized && parameterized.getRawType() instanceof Class<?> raw) {
            Type[] arguments = parameterized.getActualTypeArguments();
            if (Collection.class.isAssignableFrom(raw)) {
                return Map.of("type", "array", "items", of(arguments[0], variables));
            }
            if (Map.class.isAssignableFrom(raw)) {
                return Map.of("type", "object", "additionalProperties", of(arguments[1], variables));
            }
            Map<String, Type> known = new LinkedHashMap<>();
            StringBuilder name = new StringBuilder(raw.getSimpleName());
            for (int i = 0; i < arguments.length; i++) {
                known.put(raw.getTypeParameters()[i].getName(), arguments[i]);
                name.append("Of").append(arguments[i] instanceof Class<?> c ? c.getSimpleName() : "Any");
            }
            return reference(name.toString(), raw, known);
        }
        return type instanceof Class<?> simple ? ofClass(simple) : Map.of();
    }

    private Map<String, Object> ofClass(Class<?> type) {
        if (type == String.class) {
            return Map.of("type", "string");
        }
        if (type == UUID.class) {
            return Map.of("type", "string", "format", "uuid");
        }
        if (type == BigDecimal.class) {
            return Map.of("type", "number");
        }
        if (type == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return Map.of("type", "integer");
        }
        if (type.isEnum()) {
            List<String> names = Arrays.stream(type.getEnumConstants())
                    .map(each -> ((Enum<?>) each).name())
                    .toList();
            return Map.of("type", "string", "enum", names);
        }
        if (type.isRecord()) {
            RecordComponent[] components = type.getRecordComponents();
            boolean wraps =
                    components.length == 1 && components[0].getAccessor().isAnnotationPresent(JsonValue.class);
            return wraps ? of(components[0].getGenericType()) : reference(type.getSimpleName(), type, Map.of());
        }
        return type.isSealed() ? choice(type) : Map.of();
    }

    private Map<String, Object> reference(String name, Class<?> record, Map<String, Type> variables) {
        if (!named.containsKey(name)) {
            // There before its parts are looked at, which may refer back to it.
            named.put(name, Map.of());
            named.put(name, object(record, variables));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> object(Class<?> record, Map<String, Type> variables) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            properties.put(component.getName(), of(component.getGenericType(), variables));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private Map<String, Object> choice(Class<?> sealed) {
        String name = sealed.getSimpleName();
        if (!named.containsKey(name)) {
            named.put(name, Map.of());
            List<Object> cases = new ArrayList<>();
            for (Class<?> each : sealed.getPermittedSubclasses()) {
                cases.add(ofClass(each));
            }
            Map<String, Object> schema = new LinkedHashMap<>(Map.of("oneOf", cases));
            JsonTypeInfo told = sealed.getAnnotation(JsonTypeInfo.class);
            JsonSubTypes subTypes = sealed.getAnnotation(JsonSubTypes.class);
            if (told != null && subTypes != null) {
                Map<String, String> mapping = new LinkedHashMap<>();
                for (JsonSubTypes.Type type : subTypes.value()) {
                    mapping.put(
                            type.name(), "#/components/schemas/" + type.value().getSimpleName());
                }
                schema.put("discriminator", Map.of("propertyName", told.property(), "mapping", mapping));
            }
            named.put(name, schema);
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }
}
