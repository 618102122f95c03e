package io.atmoshub.server.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.project.NewProject;
import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.project.ProjectName;
import io.atmoshub.hub.project.Projects;
import io.atmoshub.hub.stack.ComponentRef;
import io.atmoshub.hub.stack.ComponentValue;
import io.atmoshub.hub.stack.Finding;
import io.atmoshub.hub.stack.MergedComponent;
import io.atmoshub.hub.stack.StackFilter;
import io.atmoshub.hub.stack.StackList;
import io.atmoshub.hub.stack.ValueLayer;
import io.atmoshub.hub.testing.LittleStacks;
import io.atmoshub.server.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the bean promises beyond the contract, on files that change.
class StacksBeanTest {
    private static final ProjectId PROJECT = ProjectId.random();
    private static final ComponentRef VPC = new ComponentRef("prod", "terraform", "vpc");
    private static final ComponentRef CLUSTER = new ComponentRef("prod", "terraform", "cluster");

    @TempDir
    Path folder;

    private Path root;
    private StacksBean stacks;

    @BeforeEach
    void littleStacks() throws IOException {
        root = folder.toRealPath();
        LittleStacks.write(root);
        stacks = new StacksBean(new OneProject(root), new WarmStacks(new Settings(Map.of())));
    }

    private record OneProject(Path folder) implements Projects {
        @Override
        public Page<Project> list(PageRequest page) {
            return new Page<>(List.of(get(PROJECT)), null);
        }

        @Override
        public Project get(ProjectId id) {
            return new Project(id, new ProjectName("little"), folder.toString(), Instant.EPOCH);
        }

        @Override
        public Project register(NewProject project) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(ProjectId id) {
            throw new UnsupportedOperationException();
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(root.resolve(file));
        assertThat(text).contains(from);
        write(file, text.replace(from, to));
    }

    private StackList list() {
        return stacks.list(PROJECT, StackFilter.ALL, PageRequest.first(50));
    }

    private ComponentValue value(ComponentRef component, String... path) {
        return stacks.component(PROJECT, component).values().stream()
                .filter(each -> each.path().equals(List.of(path)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEditIsSeenAtOnce() throws IOException {
        assertThat(value(VPC, "vars", "zones").text()).isEqualTo("3");

        edit("stacks/orgs/prod.yaml", "zones: 3", "zones: 5");

        assertThat(value(VPC, "vars", "zones").text()).isEqualTo("5");
    }

    @Test
    void halfEditedFilesLeaveTheLastGoodAnswerAndTheErrorBesideIt() throws IOException {
        assertThat(list().trouble()).isNull();

        edit("stacks/orgs/prod.yaml", "zones: 3", "zones: [3");

        StackList now = list();
        assertThat(now.items()).hasSize(2);
        assertThat(String.valueOf(now.trouble())).startsWith("stacks/orgs/prod.yaml:");
        MergedComponent vpc = stacks.component(PROJECT, VPC);
        assertThat(vpc.trouble()).isEqualTo(now.trouble());
        assertThat(value(VPC, "vars", "zones").text()).isEqualTo("3");
        assertThat(stacks.problems(PROJECT)).isNotEmpty();
    }

    @Test
    void filesThatWereNeverGoodAreRefusedWithThePlace() throws IOException {
        write("stacks/orgs/prod.yaml", "vars: {stage: prod");

        assertThat(list().items()).isEmpty();
        assertThat(list().trouble()).isNotNull();
        assertThatThrownBy(() -> stacks.components(PROJECT, "prod"))
                .isInstanceOfSatisfying(HubException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
                    assertThat(refusal.what()).startsWith("stacks/orgs/prod.yaml:");
                });
    }

    @Test
    void aCheckFindsWhatIsMisspeltWithPlaceAndSuggestion() throws IOException {
        edit("stacks/orgs/prod.yaml", "      dependencies:", "      varz: {}\n      dependencies:");

        assertThat(stacks.problems(PROJECT))
                .anySatisfy(each -> assertThat(each.toString())
                        .startsWith("stacks/orgs/prod.yaml:")
                        .contains("\"vars\""));
    }

    /// Imports a file from a web server on this machine, and gives what becomes of that.
    private StackList importing(String host, String listed) throws IOException {
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/common.yaml", exchange -> {
            byte[] body = "components: {terraform: {shared: {vars: {from: web}}}}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        web.start();
        try {
            stacks = new StacksBean(
                    new OneProject(root), new WarmStacks(new Settings(Map.of("ATMOS_HUB_IMPORT_HOSTS", listed))));
            write("stacks/orgs/prod.yaml", """
                    import: ["http://%s:%d/common.yaml"]
                    vars: {stage: prod}
                    """.formatted(host, web.getAddress().getPort()));
            return list();
        } finally {
            web.stop(0);
        }
    }

    @Test
    void importsComeFromAListedHost() throws IOException {
        assertThat(importing("127.0.0.1", "example.org, 127.0.0.1").trouble()).isNull();
        assertThat(value(new ComponentRef("prod", "terraform", "shared"), "vars", "from")
                        .text())
                .isEqualTo("web");
    }

    @Test
    void anUnlistedHostIsNotAsked() throws IOException {
        assertThat(String.valueOf(importing("127.0.0.1", "").trouble()))
                .startsWith("stacks/orgs/prod.yaml:1:")
                .contains("127.0.0.1 may not be reached here");
    }

    @Test
    void aListedNameLeadsIntoNoPrivateNetwork() throws IOException {
        assertThat(String.valueOf(importing("localhost", "localhost").trouble()))
                .startsWith("stacks/orgs/prod.yaml:1:")
                .contains("localhost is at the private address");
    }

    @Test
    void aTemplateThatFailsTakesAwayNothingElse() throws IOException {
        edit("atmos.yaml", "stacks:", "templates: {settings: {enabled: true}}\nstacks:");
        edit("stacks/orgs/prod.yaml", "zones: 3", "zones: 3\n        name: '{{ fail \"no name\" }}'");

        MergedComponent vpc = stacks.component(PROJECT, VPC);

        assertThat(vpc.trouble())
                .isNotNull()
                .extracting(Finding::problem)
                .asString()
                .contains("no name");
        assertThat(value(VPC, "vars", "zones").text()).isEqualTo("3");
    }

    @Test
    void nothingTellsWhereOnTheServerTheProjectIs() throws IOException {
        write("atmos.yaml", Files.readString(root.resolve("atmos.yaml")) + "env: {TEAM: network}\n");
        assertThat(stacks.component(PROJECT, VPC).toString()).doesNotContain(root.toString());
        assertThat(value(VPC, "env", "TEAM").layers())
                .singleElement()
                .satisfies(layer -> assertThat(layer.kind()).isEqualTo(ValueLayer.Kind.CONFIG))
                .satisfies(layer -> assertThat(layer.at().file()).isEqualTo("atmos.yaml"));

        Files.delete(root.resolve("stacks/orgs/prod.yaml"));
        Files.delete(root.resolve("stacks/orgs/dev.yaml"));
        assertThat(String.valueOf(list().trouble())).doesNotContain(root.toString());
    }

    @Test
    void whatIsIncludedWasSetInItsOwnFile() throws IOException {
        write("rules.yaml", "web: {port: 443}\n");
        edit("stacks/orgs/prod.yaml", "zones: 3", "zones: 3\n        rules: !include rules.yaml");

        ComponentValue port = value(VPC, "vars", "rules", "web", "port");

        assertThat(port.text()).isEqualTo("443");
        assertThat(port.layers())
                .singleElement()
                .satisfies(layer -> assertThat(layer.at().toString()).isEqualTo("rules.yaml:1:13"));
    }

    @Test
    void listsThatAreAppendedComeFromAllTheirLayers() throws IOException {
        edit("atmos.yaml", "stacks:", "settings: {list_merge_strategy: append}\nstacks:");
        edit("stacks/orgs/prod.yaml", "zones: 3", "zones: 3\n        sizes: [large]");

        assertThat(value(VPC, "vars", "sizes").layers()).hasSize(2).allMatch(ValueLayer::counts);
        assertThat(value(VPC, "vars", "sizes", "2").text()).isEqualTo("large");
    }

    @Test
    void dependenciesReachOtherStacks() throws IOException {
        edit("stacks/orgs/prod.yaml", "- component: vpc", "- {component: vpc, stack: '{{ printf \"d%s\" \"ev\" }}'}");
        edit("atmos.yaml", "stacks:", "templates: {settings: {enabled: true}}\nstacks:");
        var there = new ComponentRef("dev", "terraform", "vpc");

        assertThat(stacks.neighbours(PROJECT, there).dependents()).containsExactly(CLUSTER);
        assertThat(stacks.neighbours(PROJECT, VPC).dependents()).isEmpty();
    }
}
