package io.atmoshub.hub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// What a person can do with a hub stands on nothing but the JDK and how it travels.
class ArrowsTest {
    @Test
    void theApiKnowsOnlyTheJdkAndJson() {
        var api = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.atmoshub.hub");

        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.atmoshub.hub..",
                        "java..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify.annotations..")
                .check(api);
    }
}
