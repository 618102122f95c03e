package io.atmoshub.hub.testing;

import static io.atmoshub.hub.stack.ComponentValue.Kind.LIST;
import static io.atmoshub.hub.stack.ComponentValue.Kind.MAPPING;
import static io.atmoshub.hub.stack.ComponentValue.Kind.NUMBER;
import static io.atmoshub.hub.stack.ComponentValue.Kind.TEXT;
import static io.atmoshub.hub.stack.ValueLayer.Kind.BASE;
import static io.atmoshub.hub.stack.ValueLayer.Kind.COMPONENT;
import static io.atmoshub.hub.stack.ValueLayer.Kind.STACK;

import io.atmoshub.hub.stack.ComponentRef;
import io.atmoshub.hub.stack.ComponentSummary;
import io.atmoshub.hub.stack.ComponentValue;
import io.atmoshub.hub.stack.Finding;
import io.atmoshub.hub.stack.Import;
import io.atmoshub.hub.stack.MergedComponent;
import io.atmoshub.hub.stack.Neighbours;
import io.atmoshub.hub.stack.Place;
import io.atmoshub.hub.stack.StackSummary;
import io.atmoshub.hub.stack.ValueLayer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A little project with two stacks: its files, and what a hub says of them as far as contracts look.
public final class LittleStacks {
    static final Map<String, String> FILES = Map.of(
            "atmos.yaml",
            """
            base_path: "."
            stacks:
              base_path: stacks
              included_paths: ["orgs/**/*"]
              name_template: "{{ .vars.stage }}"
            components:
              terraform:
                base_path: components/terraform
            """,
            "stacks/catalog/vpc.yaml",
            """
            components:
              terraform:
                vpc/defaults:
                  metadata: {type: abstract, component: vpc}
                  vars:
                    zones: 2
                    sizes: [small, medium]
            """,
            "stacks/orgs/dev.yaml",
            """
            import:
              - catalog/vpc
            vars:
              stage: dev
            components:
              terraform:
                vpc:
                  metadata: {component: vpc, inherits: [vpc/defaults]}
            """,
            "stacks/orgs/prod.yaml",
            """
            import:
              - catalog/vpc
            vars:
              stage: prod
            components:
              terraform:
                vpc:
                  metadata: {component: vpc, inherits: [vpc/defaults]}
                  vars:
                    zones: 3
                cluster:
                  dependencies:
                    components:
                      - component: vpc
                  vars:
                    home: !env HOME
                    db_password: correct-horse-battery
            """);

    static final String PROD = "stacks/orgs/prod.yaml";
    static final String CATALOG = "stacks/catalog/vpc.yaml";

    private LittleStacks() {}

    /// Writes the files into a folder.
    public static void write(Path folder) {
        FILES.forEach((name, text) -> {
            try {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static List<StackSummary> stacks() {
        return List.of(new StackSummary("dev", "stacks/orgs/dev.yaml", 1), new StackSummary("prod", PROD, 2));
    }

    static List<ComponentSummary> components(String stack) {
        var vpc = new ComponentSummary("terraform", "vpc", false, true);
        var base = new ComponentSummary("terraform", "vpc/defaults", true, true);
        return stack.equals("prod")
                ? List.of(new ComponentSummary("terraform", "cluster", false, true), vpc, base)
                : List.of(vpc, base);
    }

    static Optional<MergedComponent> component(ComponentRef ref, @Nullable Finding trouble) {
        boolean there = components(ref.stack()).stream()
                .anyMatch(each -> each.type().equals(ref.type()) && each.name().equals(ref.component()));
        boolean vpc = !ref.component().equals("cluster");
        String manifest = "stacks/orgs/%s.yaml".formatted(ref.stack());
        return there
                ? Optional.of(new MergedComponent(
                        ref,
                        "components/terraform/" + (vpc ? "vpc" : "cluster"),
                        manifest,
                        ref.component().equals("vpc/defaults"),
                        true,
                        ref.component().equals("vpc") ? List.of("vpc/defaults") : List.of(),
                        vpc ? vpcValues(ref.stack()) : clusterValues(),
                        0,
                        List.of(new Import(new Place(manifest, 2, 5), CATALOG)),
                        trouble))
                : Optional.empty();
    }

    private static List<ComponentValue> vpcValues(String stack) {
        var two = new ValueLayer(BASE, "vpc/defaults", new Place(CATALOG, 6, 16), "2", !stack.equals("prod"));
        var three = new ValueLayer(COMPONENT, "vpc", new Place(PROD, 10, 16), "3", true);
        Place sizes = new Place(CATALOG, 7, 16);
        var ofSizes = List.of(new ValueLayer(BASE, "vpc/defaults", sizes, "[small, medium]", true));
        return List.of(
                new ComponentValue(List.of("vars"), MAPPING, "", null, List.of(), null),
                stage(stack),
                stack.equals("prod")
                        ? value("zones", NUMBER, "3", three.at(), List.of(two, three))
                        : value("zones", NUMBER, "2", two.at(), List.of(two)),
                new ComponentValue(List.of("vars", "sizes"), LIST, "", sizes, ofSizes, null),
                new ComponentValue(
                        List.of("vars", "sizes", "0"), TEXT, "small", new Place(CATALOG, 7, 17), ofSizes, null),
                new ComponentValue(
                        List.of("vars", "sizes", "1"), TEXT, "medium", new Place(CATALOG, 7, 24), ofSizes, null),
                new ComponentValue(List.of("env"), MAPPING, "", null, List.of(), null),
                new ComponentValue(List.of("workspace"), TEXT, stack, null, List.of(), null));
    }

    private static List<ComponentValue> clusterValues() {
        Place home = new Place(PROD, 16, 15);
        Place password = new Place(PROD, 17, 22);
        return List.of(
                new ComponentValue(List.of("vars"), MAPPING, "", null, List.of(), null),
                stage("prod"),
                new ComponentValue(
                        List.of("vars", "home"),
                        TEXT,
                        "!env HOME",
                        home,
                        List.of(new ValueLayer(COMPONENT, "cluster", home, "!env HOME", true)),
                        "the environment is closed here"),
                value(
                        "db_password",
                        TEXT,
                        "•••masked•••",
                        password,
                        List.of(new ValueLayer(COMPONENT, "cluster", password, "•••masked•••", true))));
    }

    private static ComponentValue stage(String stack) {
        Place at = new Place("stacks/orgs/%s.yaml".formatted(stack), 4, 10);
        return value("stage", TEXT, stack, at, List.of(new ValueLayer(STACK, "orgs/" + stack, at, stack, true)));
    }

    private static ComponentValue value(
            String key, ComponentValue.Kind kind, String text, Place at, List<ValueLayer> layers) {
        return new ComponentValue(List.of("vars", key), kind, text, at, layers, null);
    }

    static Neighbours neighbours(ComponentRef ref) {
        var vpc = new ComponentRef("prod", "terraform", "vpc");
        var cluster = new ComponentRef("prod", "terraform", "cluster");
        return new Neighbours(
                ref.equals(cluster) ? List.of(vpc) : List.of(), ref.equals(vpc) ? List.of(cluster) : List.of());
    }
}
