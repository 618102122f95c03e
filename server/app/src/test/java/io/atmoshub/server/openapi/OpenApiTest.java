package io.atmoshub.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.atmoshub.hub.HubJson;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {
    private static Collection<Class<?>> resources;
    private static JsonNode document;

    @BeforeAll
    static void read() {
        resources = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.atmoshub.server")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .collect(Collectors.toSet());
        document = HubJson.mapper().readTree(HubJson.write(OpenApi.of(resources)));
    }

    @Test
    void everyOperationThatIsServedIsDescribedAndNoOther() {
        Set<String> served = new TreeSet<>();
        for (Class<?> resource : resources) {
            for (Method method : resource.getDeclaredMethods()) {
                for (Annotation annotation : method.getAnnotations()) {
                    HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                    if (verb != null) {
                        String below = method.isAnnotationPresent(Path.class)
                                ? "/" + method.getAnnotation(Path.class).value()
                                : "";
                        served.add(verb.value() + " /"
                                + resource.getAnnotation(Path.class).value() + below);
                    }
                }
            }
        }
        Set<String> described = new TreeSet<>();
        document.get("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry(
                        (verb, operation) -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(described).isEqualTo(served).contains("GET /account", "POST /people", "DELETE /tokens/{id}");
    }

    @Test
    void everyOperationSaysWhatItDoes() {
        document.get("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((verb, operation) -> assertThat(
                                operation.path("summary").asString(""))
                        .as(verb + " " + path)
                        .endsWith(".")));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var references =
                Pattern.compile("\"\\$ref\":\"#/components/(\\w+)/(\\w+)\"").matcher(document.toString());

        while (references.find()) {
            assertThat(document.at("/components/" + references.group(1) + "/" + references.group(2))
                            .isMissingNode())
                    .as(references.group())
                    .isFalse();
        }
    }

    @Test
    void aNameIsAStringAndWhatMayMissIsNotRequired() {
        JsonNode person = document.at("/components/schemas/Person");

        assertThat(person.at("/properties/login/type").asString()).isEqualTo("string");
        assertThat(person.at("/properties/role/enum").toString()).contains("APPROVER");
        assertThat(person.get("required").toString()).contains("addedAt").doesNotContain("lastSeenAt");
        assertThat(document.at("/components/schemas/PageOfPerson/properties/items/items/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Person");
    }
}
