package io.atmoshub.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.project.yaml.YamlException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which files make up the configuration, which of them wins, and where everything starts from.
class ProjectTest {
    @TempDir
    Path temp;

    private Folder home;
    private Folder repository;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void aRepositoryAndAHome() {
        home = new Folder(temp).folder("home");
        repository = new Folder(temp).folder("repository").with(".git/HEAD", "ref: refs/heads/main\n");
        environment.put("HOME", home.path().toString());
    }

    @Test
    void withoutAnyFileTheUsualPlacesCount() {
        Project project = open("");

        assertThat(project.stacks().included()).containsExactly("orgs/**/*");
        assertThat(project.stacks().namePattern()).isEqualTo("{tenant}-{environment}-{stage}");
        assertThat(project.stacksFolder()).isEqualTo(repository.path().resolve("stacks"));
        assertThat(project.componentsFolder("terraform"))
                .isEqualTo(repository.path().resolve("components/terraform"));
        assertThat(project.files()).isEmpty();
    }

    @Test
    void strongerPlacesLieOverWeakerOnes() {
        home.with(".atmos/atmos.yaml", "logs: {level: Debug, file: home.log}\nsettings: {a: home, b: home, c: home}\n");
        home.with(".config/atmos/atmos.yaml", "settings: {b: xdg, c: xdg}\n");
        repository.with("atmos.yaml", "settings: {c: here}\n");

        Project project = open("");

        assertThat(project.config().section("settings")).isEqualTo(Map.of("a", "home", "b", "xdg", "c", "here"));
        assertThat(project.config().text("logs", "level")).contains("Debug");
        assertThat(Config.words(project.config().origin("settings", "c"))).isEqualTo("atmos.yaml:1:15");
        assertThat(Config.words(project.config().origin("settings", "a")))
                .startsWith(home.path().resolve(".atmos/atmos.yaml").toString());
    }

    @Test
    void aFolderWithoutConfigurationUsesTheNearestAboveAndTheGitRoot() {
        repository.with("atmos.yaml", "settings: {a: root, b: root}\nbase_path: .\n");
        repository.with("team/atmos.yaml", "settings: {a: team}\nbase_path: .\n");
        repository.folder("team/components/vpc");

        Project project = open("team/components/vpc");

        assertThat(project.config().section("settings")).isEqualTo(Map.of("a", "root", "b", "root"));
        environment.put("ATMOS_GIT_ROOT_BASEPATH", "false");
        assertThat(open("team/components/vpc").config().text("settings", "a")).contains("team");
        assertThat(open("team/components/vpc").basePath())
                .isEqualTo(repository.path().resolve("team"));
    }

    @Test
    void aFolderWithItsOwnConfigurationLooksNowhereAbove() {
        repository.with("atmos.yaml", "settings: {a: root}\n");
        repository.with("team/.atmos.d/extra.yaml", "settings: {b: extra}\n");
        repository.with("team/atmos.yaml", "settings: {c: team}\n");

        assertThat(open("team").config().section("settings")).isEqualTo(Map.of("b", "extra", "c", "team"));
    }

    @Test
    void theVariableAndTheOptionNameOtherPlaces() {
        repository.with("atmos.yaml", "settings: {a: here}\n");
        new Folder(temp).with("elsewhere/atmos.yaml", "settings: {a: elsewhere, b: elsewhere}\n");
        environment.put("ATMOS_CLI_CONFIG_PATH", temp.resolve("elsewhere").toString());

        assertThat(open("").config().section("settings")).isEqualTo(Map.of("a", "elsewhere", "b", "elsewhere"));

        new Folder(temp).with("third.yaml", "settings: {a: third}\n");
        var named = opening("", List.of(temp.resolve("third.yaml")), List.of());
        assertThat(Project.open(named, limits()).config().section("settings")).isEqualTo(Map.of("a", "third"));
        var folder = opening("", List.of(), List.of(temp.resolve("elsewhere")));
        assertThat(Project.open(folder, limits()).config().text("settings", "a"))
                .contains("elsewhere");
    }

    @Test
    void aConfigFolderWithoutConfigurationIsRefused() {
        var opening = opening("", List.of(), List.of(temp.resolve("nothing")));

        assertThatThrownBy(() -> Project.open(opening, limits()))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("There is no atmos.yaml in");
    }

    @Test
    void importsLieUnderTheFileThatImportsThem() {
        repository
                .with("atmos.yaml", "import: [parts/one, parts/deep/**/*, missing]\nsettings: {c: main}\n")
                .with("parts/one.yaml", "import: [two.yaml]\nbase_path: parts\nsettings: {a: one, c: one}\n")
                .with("parts/parts/two.yaml", "settings: {a: two, b: two}\n")
                .with("parts/deep/er/three.yml", "settings: {d: three}\n");

        Project project = open("");

        assertThat(project.config().section("settings"))
                .containsEntry("a", "one")
                .containsEntry("b", "two")
                .containsEntry("c", "main")
                .containsEntry("d", "three");
        assertThat(project.notes()).singleElement().asString().contains("import missing matches no file");
    }

    @Test
    void filesThatImportEachOtherAreRefused() {
        repository
                .with("atmos.yaml", "import: [a]\n")
                .with("a.yaml", "import: [b]\n")
                .with("b.yaml", "import: [a]\n");

        assertThatThrownBy(() -> open(""))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("import each other");
    }

    @Test
    void commandsAreMergedByName() {
        repository
                .with(
                        "atmos.yaml",
                        "commands:\n- name: test\n  description: mine\n- name: tf\n  commands:\n  - name: plan\n")
                .with(
                        "atmos.d/extra.yaml",
                        "commands:\n- name: tf\n  commands:\n  - name: apply\n- name: test\n  description: other\n");

        assertThat(open("").config().at("commands"))
                .contains(List.of(
                        Map.of("name", "tf", "commands", List.of(Map.of("name", "apply"), Map.of("name", "plan"))),
                        Map.of("name", "test", "description", "mine")));
    }

    @Test
    void variablesLieOverFilesAndOptionsOverVariables() {
        repository.with("atmos.yaml", """
                stacks: {base_path: stacks, included_paths: ["**/*"]}
                components: {terraform: {command: terraform, apply_auto_approve: false}}
                env: {ATMOS_LOGS_LEVEL: Trace, ATMOS_WORKFLOWS_BASE_PATH: flows}
                """);
        environment.put("ATMOS_STACKS_INCLUDED_PATHS", "orgs/**/*,teams/**/*");
        environment.put("ATMOS_COMPONENTS_TERRAFORM_COMMAND", "tofu");
        environment.put("ATMOS_COMPONENTS_TERRAFORM_APPLY_AUTO_APPROVE", "true");
        environment.put("ATMOS_LOGS_LEVEL", "Debug");

        Config config = open("").config();

        assertThat(open("").stacks().included()).containsExactly("orgs/**/*", "teams/**/*");
        assertThat(open("").command("terraform")).contains("tofu");
        assertThat(config.at("components", "terraform", "apply_auto_approve")).contains(true);
        assertThat(config.text("logs", "level")).contains("Debug");
        assertThat(config.text("workflows", "base_path")).contains("flows");
        assertThat(Config.words(config.origin("logs", "level"))).isEqualTo("variable ATMOS_LOGS_LEVEL");
        var option = new Opening(
                repository.path(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Map.of("--logs-level", new Opening.Setting("logs.level", "Off")));
        assertThat(Project.open(option, limits()).config().text("logs", "level"))
                .contains("Off");
    }

    @Test
    void aVariableThatMakesNoSenseIsNamed() {
        environment.put("ATMOS_DESCRIBE_PROVENANCE", "maybe");

        assertThatThrownBy(() -> open(""))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("ATMOS_DESCRIBE_PROVENANCE")
                .hasMessageContaining("maybe");
    }

    @Test
    void aBasePathStartsFromItsFileTheGitRootOrThePerson() {
        repository.folder("infra/stacks");
        repository.folder("team/infra");
        repository.with("team/atmos.yaml", "base_path: ./infra\n");
        assertThat(open("team").basePath()).isEqualTo(repository.path().resolve("team/infra"));

        repository.with("team/atmos.yaml", "base_path: infra\n");
        assertThat(open("team").basePath()).isEqualTo(repository.path().resolve("infra"));

        environment.put("ATMOS_BASE_PATH", "..");
        assertThat(open("team").basePath()).isEqualTo(repository.path());

        var option = new Opening(
                repository.path().resolve("team"), List.of(), List.of(), Optional.of("infra"), List.of(), Map.of());
        assertThat(Project.open(option, limits()).basePath())
                .isEqualTo(repository.path().resolve("team/infra"));
    }

    @Test
    void profilesLieOverEverythingInFiles() {
        repository
                .with("atmos.yaml", "settings: {a: main, b: main}\nprofiles: {default: calm, base_path: sets}\n")
                .with("sets/calm/settings.yaml", "settings: {a: calm}\n")
                .with("profiles/loud/settings.yaml", "settings: {a: loud, b: loud}\n");

        assertThat(open("").config().section("settings")).isEqualTo(Map.of("a", "calm", "b", "main"));
        environment.put("ATMOS_PROFILE", "loud, calm");
        assertThat(open("").config().section("settings")).isEqualTo(Map.of("a", "calm", "b", "loud"));
        environment.put("ATMOS_PROFILE", "quiet");
        assertThatThrownBy(() -> open(""))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("There is no profile \"quiet\"")
                .hasMessageContaining("There are: calm, loud.");
    }

    @Test
    void theEditionDatesWhatDescribeShows() {
        repository.with("atmos.yaml", "edition: 2026-07-16\n");
        assertThat(open("").describe()).isEqualTo(new DescribeConfig(true, true));

        repository.with("atmos.yaml", "edition: 2026-01-01\n");
        assertThat(open("").describe()).isEqualTo(new DescribeConfig(false, true));

        repository.with("atmos.yaml", "describe: {provenance: false, component: {filter: schema}}\n");
        assertThat(open("").describe()).isEqualTo(new DescribeConfig(false, false));

        repository.with("atmos.yaml", "describe: {component: {filter: some}}\n");
        assertThatThrownBy(() -> open("").describe()).hasMessageContaining("atmos.yaml:1:32");
    }

    @Test
    void templatesAreTyped() {
        repository.with("atmos.yaml", """
                templates:
                  settings:
                    enabled: true
                    evaluations: 2
                    delimiters: ["[[", "]]"]
                    env: {STAGE: dev}
                    sprig: {enabled: true}
                    gomplate: {enabled: true, timeout: 20, datasources: {ip: {url: "https://example.org"}}}
                """);

        TemplatesConfig templates = open("").templates();

        assertThat(templates.evaluations()).isEqualTo(2);
        assertThat(templates.delimiters()).containsExactly("[[", "]]");
        assertThat(templates.environment()).containsEntry("STAGE", "dev");
        assertThat(templates.timeout()).hasSeconds(20);
        assertThat(templates.datasources()).containsKey("ip");
        repository.with("atmos.yaml", "templates: {settings: {delimiters: [\"[[\"]}}\n");
        assertThatThrownBy(() -> open("").templates()).hasMessageContaining("has 1 entries");
    }

    @Test
    void whatCannotBeReadSaysWhereItIsWrong() {
        repository.with("atmos.yaml", "stacks:\n\tbase_path: x\n");
        assertThatThrownBy(() -> open("")).isInstanceOf(YamlException.class).hasMessageContaining("atmos.yaml:2:");

        repository.with("atmos.yaml", "- a\n- b\n");
        assertThatThrownBy(() -> open("")).isInstanceOf(ProjectException.class).hasMessageContaining("map of settings");

        repository.with("atmos.yaml", "stacks: {included_paths: []}\n");
        assertThatThrownBy(() -> open("").stacks().usable()).hasMessageContaining("stacks.base_path is not set");
        repository.with("atmos.yaml", "stacks: {base_path: stacks}\n");
        assertThatThrownBy(() -> open("").stacks().usable()).hasMessageContaining("stacks.included_paths is empty");
    }

    private Project open(String folder) {
        return Project.open(opening(folder, List.of(), List.of()), limits());
    }

    private Opening opening(String folder, List<Path> files, List<Path> folders) {
        return new Opening(repository.path().resolve(folder), files, folders, Optional.empty(), List.of(), Map.of());
    }

    private Limits limits() {
        return Limits.laptop(environment);
    }
}
