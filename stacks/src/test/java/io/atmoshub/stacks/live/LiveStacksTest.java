package io.atmoshub.stacks.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.Processing;
import io.atmoshub.stacks.StackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LiveStacksTest {
    @TempDir
    Path folder;

    private Scratch project;
    private LiveStacks live;

    @BeforeEach
    void twoStacks() throws Exception {
        project = new Scratch(folder.toRealPath());
        project.write("atmos.yaml", Scratch.ATMOS);
        project.write("stacks/catalog/vpc.yaml", "components: {terraform: {vpc: {vars: {zones: 2}}}}\n");
        project.write("stacks/deploy/dev.yaml", "import: [catalog/vpc]\nvars: {stage: dev}\n");
        project.write("stacks/deploy/prod.yaml", "import: [catalog/vpc]\nvars: {stage: prod}\n");
        live = project.live();
    }

    @Test
    void asLongAsNothingChangesNothingIsWorkedOutAgain() {
        Look look = live.now();

        assertThat(live.now()).isSameAs(look);
        assertThat(look.trouble()).isEmpty();
    }

    @Test
    void anEditShowsAtOnceAndLeavesWhatItDoesNotTouch() {
        Component before = live.now().engine().component("dev", "vpc");
        Component other = live.now().engine().component("prod", "vpc");
        YamlMapping section = other.section();
        project.write("stacks/deploy/dev.yaml", "import: [catalog/vpc]\nvars: {stage: dev, colour: red}\n");

        Component after = live.now().engine().component("dev", "vpc");

        assertThat(after.section().mapping("vars").text("colour")).isEqualTo("red");
        assertThat(before.section().mapping("vars").text("colour")).isNull();
        assertThat(live.now().engine().component("prod", "vpc").identity()).isSameAs(other.identity());
        assertThat(live.now().engine().component("prod", "vpc").section()).isSameAs(section);
    }

    @Test
    void anEditOfAnImportLeavesTheComponentsThatItDoesNotTouch() {
        project.write("stacks/catalog/dns.yaml", "components: {terraform: {dns: {vars: {ttl: 60}}}}\n");
        project.write("stacks/deploy/dev.yaml", "import: [catalog/vpc, catalog/dns]\nvars: {stage: dev}\n");
        YamlMapping untouched = live.now().engine().component("dev", "dns").section();

        project.write("stacks/catalog/vpc.yaml", "components: {terraform: {vpc: {vars: {zones: 3}}}}\n");

        assertThat(zones("dev")).isEqualTo("3");
        assertThat(live.now().engine().component("dev", "dns").section()).isSameAs(untouched);
    }

    @Test
    void anEditOfTheSameLengthAtTheSameTimeShowsToo() throws Exception {
        Path file = project.root().resolve("stacks/catalog/vpc.yaml");
        assertThat(zones("dev")).isEqualTo("2");
        var time = Files.getLastModifiedTime(file);

        project.write("stacks/catalog/vpc.yaml", "components: {terraform: {vpc: {vars: {zones: 3}}}}\n");
        Files.setLastModifiedTime(file, time);

        assertThat(zones("dev")).isEqualTo("3");
        assertThat(zones("prod")).isEqualTo("3");
    }

    @Test
    void whileAFileIsHalfEditedTheLastGoodStateStaysWithTheErrorBesideIt() {
        assertThat(zones("dev")).isEqualTo("2");
        project.write("stacks/catalog/vpc.yaml", "components:\n  terraform:\n    vpc: {vars: {zones: 4\n");

        Look broken = live.now();
        assertThat(broken.engine()
                        .component("dev", "vpc")
                        .section()
                        .mapping("vars")
                        .text("zones"))
                .isEqualTo("2");
        Trouble trouble = broken.trouble().orElseThrow();
        Origin origin = trouble.origin().orElseThrow();
        assertThat(origin.file()).isEqualTo("stacks/catalog/vpc.yaml");
        assertThat(origin.line()).isGreaterThan(1);
        assertThat(trouble.hint()).isNotBlank();
        assertThat(live.now().engine()).isSameAs(broken.engine());

        project.write("stacks/catalog/vpc.yaml", "components: {terraform: {vpc: {vars: {zones: 4}}}}\n");
        assertThat(live.now().trouble()).isEmpty();
        assertThat(zones("dev")).isEqualTo("4");
    }

    @Test
    void aProjectThatWasNeverGoodSaysWhy() {
        project.write("stacks/catalog/vpc.yaml", "components: [\n");

        Look look = live.now();

        assertThat(look.trouble()).isPresent();
        assertThatThrownBy(look::engine).hasMessageContaining("stacks/catalog/vpc.yaml");
    }

    @Test
    void deletedRenamedAndNewFilesCount() {
        assertThat(live.now().engine().stacks()).hasSize(2);

        project.delete("stacks/deploy/dev.yaml");
        project.write("stacks/deploy/test.yaml", "import: [catalog/vpc]\nvars: {stage: test}\n");
        assertThat(live.now().engine().stacks()).extracting(each -> each.name()).containsExactly("prod", "test");

        project.delete("stacks/catalog/vpc.yaml");
        assertThat(live.now().trouble().orElseThrow().problem()).contains("catalog/vpc");
        project.write("stacks/catalog/vpc.yml", "components: {terraform: {vpc: {vars: {zones: 9}}}}\n");
        assertThat(live.now().trouble()).isEmpty();
        assertThat(zones("test")).isEqualTo("9");
    }

    @Test
    void aFileThatAPatternFindsCountsFromTheMomentItIsThere() {
        project.write("stacks/deploy/prod.yaml", "import: [catalog/*]\nvars: {stage: prod}\n");
        assertThat(live.now().engine().required("prod").components()).hasSize(1);

        project.write("stacks/catalog/dns.yaml", "components: {terraform: {dns: {vars: {}}}}\n");

        assertThat(live.now().engine().required("prod").components()).hasSize(2);
        assertThat(live.now().engine().required("dev").components()).hasSize(1);
    }

    @Test
    void whatAFileIncludesCountsToo() {
        project.write("values.yaml", "cidr: one\n");
        project.write(
                "stacks/catalog/vpc.yaml",
                "components: {terraform: {vpc: {vars: {zones: 2, net: !include values.yaml .cidr}}}}\n");
        assertThat(vars("dev", "net")).isEqualTo("one");

        project.write("values.yaml", "cidr: another\n");

        assertThat(vars("dev", "net")).isEqualTo("another");
    }

    @Test
    void aValueTakenFromAnotherComponentFollowsIt() {
        project.write(
                "stacks/catalog/app.yaml",
                "components: {terraform: {app: {vars: {z: '{{ (atmos.Component \"vpc\" .stack).vars.zones }}'}}}}\n");
        project.write("stacks/deploy/dev.yaml", "import: [catalog/vpc, catalog/app]\nvars: {stage: dev}\n");
        assertThat(resolved("dev", "app", "z")).isEqualTo("2");
        assertThat(resolved("dev", "app", "z")).isEqualTo("2");

        project.write("stacks/catalog/vpc.yaml", "components: {terraform: {vpc: {vars: {zones: 7}}}}\n");

        assertThat(resolved("dev", "app", "z")).isEqualTo("7");
    }

    @Test
    void aChangedConfigurationCounts() {
        assertThat(live.now().engine().stacks()).extracting(each -> each.name()).containsExactly("dev", "prod");

        project.write("atmos.yaml", Scratch.ATMOS.replace("{{ .vars", "x-{{ .vars"));
        assertThat(live.now().engine().stacks()).extracting(each -> each.name()).containsExactly("x-dev", "x-prod");

        project.write("atmos.yaml", "stacks: [\n");
        assertThat(live.now().trouble()).isPresent();
        assertThat(live.now().engine().stacks()).hasSize(2);
    }

    @Test
    void linksOutOfTheProjectAreNotFollowed(@TempDir Path outside) throws Exception {
        Files.writeString(outside.resolve("secret.yaml"), "vars: {stage: stolen}\ncomponents: {terraform: {x: {}}}\n");
        Files.createSymbolicLink(project.root().resolve("stacks/deploy/all"), outside);
        assertThat(live.now().engine().stacks()).hasSize(2);

        Files.createSymbolicLink(project.root().resolve("stacks/deploy/one.yaml"), outside.resolve("secret.yaml"));

        assertThat(live.now().trouble().orElseThrow().cause()).isInstanceOf(StackException.class);
        assertThat(live.now().engine().stacks()).extracting(each -> each.name()).containsExactly("dev", "prod");
    }

    @Test
    void manyReadersSeeOneStateEachWhileFilesChange() throws Exception {
        try (var readers = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                tasks.add(() -> {
                    for (int n = 0; n < 40; n++) {
                        var engine = live.now().engine();
                        String dev = engine.component("dev", "vpc")
                                .resolved(Processing.ALL)
                                .section()
                                .toString();
                        String zones = dev.replaceAll("(?s).*zones.*?text=(\\d+).*", "$1");
                        String prod = engine.component("prod", "vpc")
                                .section()
                                .mapping("vars")
                                .text("zones");
                        if (!zones.equals(prod)) {
                            return false;
                        }
                    }
                    return true;
                });
            }
            List<Future<Boolean>> running = tasks.stream().map(readers::submit).toList();
            for (int n = 0; n < 40; n++) {
                project.write("vpc.new", "components: {terraform: {vpc: {vars: {zones: %d}}}}\n".formatted(n));
                Files.move(
                        project.root().resolve("vpc.new"),
                        project.root().resolve("stacks/catalog/vpc.yaml"),
                        StandardCopyOption.ATOMIC_MOVE);
            }
            for (Future<Boolean> each : running) {
                assertThat(each.get()).isTrue();
            }
        }
    }

    private String zones(String stack) {
        return vars(stack, "zones");
    }

    private String vars(String stack, String key) {
        return live.now()
                .engine()
                .component(stack, "vpc")
                .section()
                .mapping("vars")
                .text(key);
    }

    private String resolved(String stack, String component, String key) {
        return live.now()
                .engine()
                .component(stack, component)
                .resolved(Processing.ALL)
                .section()
                .mapping("vars")
                .text(key);
    }
}
