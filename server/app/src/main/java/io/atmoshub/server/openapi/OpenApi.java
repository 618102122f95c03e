package io.atmoshub.server.openapi;

import io.atmoshub.hub.Problem;
import io.atmoshub.server.rest.Created;
import io.atmoshub.server.rest.Summary;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An OpenAPI document of resource classes. Made from what is served, it can't say anything else.
public final class OpenApi {
    private final Schemas schemas = new Schemas();
    private final Map<String, Map<String, Object>> paths = new TreeMap<>();

    private OpenApi() {}

    public static Map<String, Object> of(Collection<Class<?>> resources) {
        OpenApi api = new OpenApi();
        Map<String, Object> problem = api.schemas.of(Problem.class);
        resources.stream().sorted(Comparator.comparing(Class::getName)).forEach(api::add);

        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "Atmos Hub", "version", "v1"));
        document.put("servers", List.of(Map.of("url", "/api/v1")));
        document.put("security", List.of(Map.of("token", List.of()), Map.of("cookie", List.of())));
        document.put("paths", api.paths);
        document.put(
                "components",
                Map.of(
                        "schemas", api.schemas.all(),
                        "responses",
                                Map.of(
                                        "Problem",
                                        Map.of(
                                                "description",
                                                "A refusal: what happened, and what to do.",
                                                "content",
                                                content(List.of(Problem.MEDIA_TYPE), problem))),
                        "securitySchemes",
                                Map.of(
                                        "token", Map.of("type", "http", "scheme", "bearer"),
                                        "cookie", Map.of("type", "apiKey", "in", "cookie", "name", "HUBSIGNIN"))));
        return document;
    }

    private void add(Class<?> resource) {
        for (Method method : resource.getMethods()) {
            Arrays.stream(method.getAnnotations())
                    .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
                    .filter(a -> a != null)
                    .findFirst()
                    .ifPresent(verb -> add(resource, method, verb.value().toLowerCase(Locale.ROOT)));
        }
    }

    /// Two methods that differ in what they produce are one operation.
    @SuppressWarnings("unchecked")
    private void add(Class<?> resource, Method method, String verb) {
        Map<String, Object> operations = paths.computeIfAbsent(path(resource, method), p -> new TreeMap<>());
        Map<String, Object> operation = operation(resource, method);
        Object other = operations.putIfAbsent(verb, operation);
        if (other instanceof Map<?, ?> first && first.get("responses") instanceof Map<?, ?> responses) {
            ((Map<String, Map<String, Object>>) responses)
                    .merge(status(method), success(resource, method), OpenApi::bothContents);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> bothContents(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> content = new TreeMap<>((Map<String, Object>) one.getOrDefault("content", Map.of()));
        content.putAll((Map<String, Object>) other.getOrDefault("content", Map.of()));
        Map<String, Object> both = new LinkedHashMap<>(one);
        both.put("content", content);
        return both;
    }

    static String path(Class<?> resource, Method method) {
        Path below = method.getAnnotation(Path.class);
        String path = resource.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
        return "/" + path.replaceAll("/+", "/").replaceAll("^/|/$", "");
    }

    private Map<String, Object> operation(Class<?> resource, Method method) {
        String feature = resource.getSimpleName().replace("Resource", "").toLowerCase(Locale.ROOT);
        List<Object> parameters = new ArrayList<>();
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", feature + "." + method.getName());
        operation.put("tags", List.of(feature));
        Optional.ofNullable(method.getAnnotation(Summary.class))
                .ifPresent(summary -> operation.put("summary", summary.value()));
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    parameter(field, field.getGenericType()).ifPresent(parameters::add);
                }
            } else if (!parameter.isAnnotationPresent(Context.class)) {
                Type type = parameter.getParameterizedType();
                parameter(parameter, type)
                        .ifPresentOrElse(
                                parameters::add,
                                () -> operation.put(
                                        "requestBody",
                                        Map.of(
                                                "required",
                                                true,
                                                "content",
                                                content(List.of("application/json"), schemas.of(type)))));
            }
        }
        operation.put("parameters", parameters);
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(status(method), success(resource, method));
        responses.put("default", Map.of("$ref", "#/components/responses/Problem"));
        operation.put("responses", responses);
        return operation;
    }

    private Optional<Object> parameter(AnnotatedElement element, Type type) {
        for (Annotation annotation : element.getAnnotations()) {
            switch (annotation) {
                case PathParam p -> {
                    return Optional.of(parameter("path", p.value(), true, type));
                }
                case QueryParam q -> {
                    return Optional.of(parameter("query", q.value(), false, type));
                }
                case HeaderParam h -> {
                    return Optional.of(parameter("header", h.value(), false, type));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private Map<String, Object> parameter(String in, String name, boolean required, Type type) {
        return Map.of("in", in, "name", name, "required", required, "schema", schemas.of(type));
    }

    private static String status(Method method) {
        if (method.isAnnotationPresent(Created.class)) {
            return "201";
        }
        boolean streams = Arrays.stream(method.getParameters()).anyMatch(p -> p.isAnnotationPresent(Context.class));
        return method.getReturnType() == void.class && !streams ? "204" : "200";
    }

    private Map<String, Object> success(Class<?> resource, Method method) {
        Type type = method.getGenericReturnType();
        if (status(method).equals("204")) {
            return Map.of("description", "Done.");
        }
        Produces produces = method.isAnnotationPresent(Produces.class)
                ? method.getAnnotation(Produces.class)
                : resource.getAnnotation(Produces.class);
        List<String> media = produces == null ? List.of("application/json") : List.of(produces.value());
        boolean streams = type == void.class || type == Response.class;
        return Map.of("description", "Done.", "content", content(media, streams ? Map.of() : schemas.of(type)));
    }

    private static Map<String, Object> content(List<String> media, Map<String, Object> schema) {
        Map<String, Object> content = new TreeMap<>();
        media.forEach(each -> content.put(each, schema.isEmpty() ? Map.of() : Map.of("schema", schema)));
        return content;
    }
}
