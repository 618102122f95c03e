package io.atmoshub.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The command stands on the client and the assistant; what it shows goes through one screen.
class ArrowsTest {
    @Test
    void nothingWritesPastTheScreen() {
        var cli = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.atmoshub.cli");

        noClasses()
                .that()
                .doNotHaveSimpleName("Atmos")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(cli);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.atmoshub.server..", "io.atmoshub.web..", "jakarta..")
                .check(cli);
    }
}
