package io.atmoshub.assistant;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArrowsTest {
    private final JavaClasses assistant = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.atmoshub.assistant");

    @Test
    void theAssistantKnowsTheHubsRecordsStacksAndToolsAndNothingElse() {
        classes()
                .that()
                .resideInAPackage("io.atmoshub.assistant..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.atmoshub.assistant..",
                        "io.atmoshub.hub..",
                        "io.atmoshub.stacks..",
                        "io.atmoshub.toolchain..",
                        "io.atmoshub.project..",
                        "java..",
                        "org.jspecify..")
                .check(assistant);
    }

    @Test
    void itsPackagesDoNotKnowEachOtherInCircles() {
        slices().matching("io.atmoshub.assistant.(*)..")
                .should()
                .beFreeOfCycles()
                .check(assistant);
    }
}
