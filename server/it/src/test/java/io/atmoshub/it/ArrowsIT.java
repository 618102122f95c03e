package io.atmoshub.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The arrows between modules, and nothing else. Whoever needs another one writes a decision first.
class ArrowsIT {
    private static final List<Path> BUILT = Stream.of(
                    "gotemplate",
                    "project",
                    "stacks",
                    "toolchain",
                    "hub-api",
                    "hub-client",
                    "assistant",
                    "providers",
                    "toolchain-mirror",
                    "web-ui",
                    "cli",
                    "server/schema",
                    "server/launcher",
                    "server/app")
            .map(module -> Path.of(System.getProperty("project.root"), module, "target", "classes"))
            .toList();

    @TestFactory
    Stream<DynamicTest> everyModuleKnowsOnlyWhatItStandsOn() {
        JavaClasses product = new ClassFileImporter().importPaths(BUILT);
        return Stream.of(
                        only("gotemplate", "gotemplate"),
                        only("project", "project"),
                        only("stacks", "stacks", "project", "gotemplate"),
                        only("toolchain", "toolchain", "project", "gotemplate"),
                        only("hub", "hub"),
                        only("client", "client", "hub"),
                        only("assistant", "assistant", "hub", "stacks", "toolchain", "project", "gotemplate"),
                        only(
                                "providers",
                                "providers",
                                "assistant",
                                "hub",
                                "stacks",
                                "toolchain",
                                "project",
                                "gotemplate"),
                        only("mirror", "mirror", "hub", "toolchain", "project", "gotemplate"),
                        only("web", "web", "hub"),
                        only(
                                "cli",
                                "cli",
                                "client",
                                "assistant",
                                "hub",
                                "stacks",
                                "toolchain",
                                "project",
                                "gotemplate"),
                        only("server.schema", "server.schema"),
                        only("server.launcher", "server.launcher", "server.schema"),
                        noClasses()
                                .that()
                                .resideInAPackage("io.atmoshub.server..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "io.atmoshub.web..",
                                        "io.atmoshub.cli..",
                                        "io.atmoshub.client..",
                                        "com.vaadin..")
                                .as("the server knows neither pages nor clients"),
                        noClasses()
                                .that()
                                .resideInAnyPackage(
                                        "io.atmoshub.gotemplate..",
                                        "io.atmoshub.project..",
                                        "io.atmoshub.stacks..",
                                        "io.atmoshub.toolchain..",
                                        "io.atmoshub.hub..",
                                        "io.atmoshub.client..",
                                        "io.atmoshub.assistant..",
                                        "io.atmoshub.providers..",
                                        "io.atmoshub.cli..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("jakarta..", "com.vaadin..", "org.hibernate..", "java.sql..")
                                .as("libraries and the command know no server"),
                        noClasses()
                                .that()
                                .resideInAPackage("io.atmoshub.server..")
                                .and()
                                .haveSimpleNameEndingWith("Resource")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("jakarta.persistence..")
                                .as("a resource translates and does nothing else"),
                        classes()
                                .that()
                                .areAnnotatedWith("jakarta.persistence.Entity")
                                .should()
                                .bePackagePrivate()
                                .as("no entity leaves its feature"),
                        slices().matching("io.atmoshub.hub.(*)..")
                                .should()
                                .beFreeOfCycles()
                                .as("features of the API are free of cycles"))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(product)));
    }

    private static ArchRule only(String module, String... known) {
        String[] allowed =
                Stream.of(known).map(name -> "io.atmoshub." + name + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("io.atmoshub." + module + "..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                                "io.atmoshub..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(allowed))))
                .as(module + " stands on nothing but " + String.join(", ", known));
    }
}
