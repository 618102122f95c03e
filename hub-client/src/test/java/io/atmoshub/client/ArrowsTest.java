package io.atmoshub.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The client stands on the API, the JDK and JSON.
class ArrowsTest {
    @Test
    void theClientKnowsTheApiOnly() {
        var client = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.atmoshub.client");

        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.atmoshub.client..",
                        "io.atmoshub.hub..",
                        "java..",
                        "javax.net.ssl..",
                        "tools.jackson..",
                        "org.jspecify.annotations..")
                .check(client);
    }
}
