package io.atmoshub.providers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArrowsTest {
    private final JavaClasses providers = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.atmoshub.providers");

    @Test
    void providersKnowTheAssistantsPortAndTheirLibraries() {
        classes()
                .that()
                .resideInAPackage("io.atmoshub.providers..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.atmoshub.providers..",
                        "io.atmoshub.assistant",
                        "io.atmoshub.assistant.model..",
                        "io.atmoshub.assistant.tool..",
                        "io.atmoshub.hub..",
                        "dev.langchain4j..",
                        "software.amazon.awssdk..",
                        "org.reactivestreams..",
                        "tools.jackson..",
                        "java..",
                        "org.jspecify..")
                .check(providers);
    }

    @Test
    void requestsAreMadeWithoutKnowingWhoseTheyAre() {
        noClasses()
                .that()
                .resideInAPackage("io.atmoshub.providers.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.atmoshub.providers", "io.atmoshub.providers.catalogue..")
                .check(providers);
    }

    @Test
    void itsPackagesDoNotKnowEachOtherInCircles() {
        slices().matching("io.atmoshub.providers.(*)..")
                .should()
                .beFreeOfCycles()
                .check(providers);
    }
}
