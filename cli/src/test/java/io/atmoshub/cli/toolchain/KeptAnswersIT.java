package io.atmoshub.cli.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.door.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the packaged launcher answers by itself, and that Java answers again once anything changed that has a say.
class KeptAnswersIT {
    private static final int TIMES = 100;

    /// No registry on the network is asked.
    private static final String NOBODY = "registries: [{type: inline, tools: {}}]";

    /// Changes nothing but the launcher's mind: with a variable of ours, Java always answers.
    private static final String UNKNOWN = "ATMOS_UNKNOWN_TO_EVERYBODY";

    private record Result(int exit, String out, String err, boolean java) {
        boolean sameAs(Result other) {
            return exit == other.exit && out.equals(other.out) && err.equals(other.err);
        }
    }

    private interface Step {
        void take(KeptAnswersIT test) throws IOException;
    }

    /// Whatever can change where `which t` leads, from a folder two below the project's.
    private enum Change {
        VERSIONS_FILE_EDITED(test -> Files.writeString(test.project.resolve(".tool-versions"), "acme/tool 2.0.0\n")),
        EDITED_WITH_THE_SAME_TIME_AND_LENGTH(test -> {
            Path file = test.project.resolve(".tool-versions");
            FileTime time = Files.getLastModifiedTime(file);
            Files.writeString(file, "acme/tool 2.0.0\n");
            Files.setLastModifiedTime(file, time);
        }),
        VERSIONS_FILE_BETWEEN(test -> Files.writeString(test.between.resolve(".tool-versions"), "acme/tool 2.0.0\n")),
        VERSIONS_FILE_AT_HOME(test -> Files.writeString(test.home.resolve(".tool-versions"), "acme/tool 2.0.0\n")),
        VERSIONS_FILE_GONE(test -> Files.delete(test.project.resolve(".tool-versions"))),
        CONFIGURATION_EDITED(test -> Files.writeString(
                test.project.resolve("atmos.yaml"), "toolchain: {aliases: {t: acme/other}, " + NOBODY + "}\n")),
        LAST_LINE_END_MORE(test -> Files.writeString(
                test.project.resolve("atmos.yaml"), Files.readString(test.project.resolve("atmos.yaml")) + "\n")),
        CONFIGURATION_HERE(test -> Files.writeString(test.here.resolve("atmos.yaml"), "toolchain: {" + NOBODY + "}\n")),
        CONFIGURATION_BETWEEN(test -> Files.writeString(
                test.between.resolve(".atmos.yml"), "toolchain: {aliases: {t: acme/other}, " + NOBODY + "}\n")),
        MORE_CONFIGURATION(test -> {
            Files.createDirectories(test.project.resolve("atmos.d"));
            Files.writeString(
                    test.project.resolve("atmos.d/more.yaml"),
                    "toolchain: {aliases: {t: acme/other}, " + NOBODY + "}\n");
        }),
        CONFIGURATION_AT_HOME(test -> {
            Files.createDirectories(test.home.resolve(".atmos"));
            Files.writeString(test.home.resolve(".atmos/atmos.yaml"), "toolchain: {versions_file: versions}\n");
        }),
        PERSONAL_CONFIGURATION(test -> {
            Files.createDirectories(test.home.resolve(".config/atmos"));
            Files.writeString(test.home.resolve(".config/atmos/atmos.yml"), "toolchain: {use_tool_versions: false}\n");
        }),
        GIT_ROOT(test -> Files.createDirectories(test.between.resolve(".git"))),
        TOOL_GONE(test -> Files.delete(test.tool)),
        TOOL_NO_PROGRAM(
                test -> assertThat(test.tool.toFile().setExecutable(false)).isTrue()),
        TOOL_A_LINK_TO_NOTHING(test -> {
            Files.delete(test.tool);
            Files.createSymbolicLink(test.tool, Path.of("nothing"));
        }),
        NAME_REMEMBERED(test -> Files.writeString(test.project.resolve(".tools/.names"), "t acme/other\n")),
        VARIABLE_FOR_THE_FOLDER(test -> test.environment.put("ATMOS_TOOLCHAIN_PATH", "elsewhere")),
        VARIABLE_FOR_THE_PINS(test -> {
            Files.writeString(test.project.resolve("pins"), "acme/tool 2.0.0\n");
            test.environment.put(
                    "ATMOS_TOOL_VERSIONS", test.project.resolve("pins").toString());
        }),
        VARIABLE_FOR_THE_CONFIGURATION(test -> {
            Files.createDirectories(test.project.resolve("conf"));
            Files.writeString(test.project.resolve("conf/atmos.yaml"), "toolchain: {enabled: false}\n");
            test.environment.put(
                    "ATMOS_CLI_CONFIG_PATH", test.project.resolve("conf").toString());
        }),
        ANOTHER_HOME(test -> {
            Path other = Files.createDirectories(test.project.resolveSibling("other-home"));
            test.environment.put("HOME", other.toString());
            test.environment.put("XDG_CACHE_HOME", test.home.resolve(".cache").toString());
        }),
        ANOTHER_PERSONAL_FOLDER(test -> {
            Path other = Files.createDirectories(test.project.resolveSibling("xdg/atmos"));
            Files.writeString(other.resolve("atmos.yaml"), "toolchain: {use_tool_versions: false}\n");
            test.environment.put("XDG_CONFIG_HOME", other.getParent().toString());
        });

        @SuppressWarnings("ImmutableEnumChecker") // what they do to the project is all they are
        private final Step step;

        Change(Step step) {
            this.step = step;
        }
    }

    @TempDir
    Path folder;

    private Path home;
    private Path project;
    private Path between;
    private Path here;
    private Path tool;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void aProjectWithTools() throws Exception {
        Path real = folder.toRealPath();
        home = Files.createDirectories(real.resolve("home"));
        project = Files.createDirectories(real.resolve("a project/it's"));
        between = Files.createDirectories(project.resolve("between"));
        here = Files.createDirectories(between.resolve("here"));
        tool = Scripts.script(project.resolve(".tools/acme/tool/1.0.0/tool"), "echo one\n");
        Scripts.script(project.resolve(".tools/acme/tool/2.0.0/tool"), "echo two\n");
        Scripts.script(project.resolve(".tools/acme/other/1.0.0/other"), "echo other\n");
        Files.writeString(project.resolve(".tool-versions"), "acme/tool 1.0.0\nacme/other 1.0.0\n");
        Files.writeString(project.resolve("atmos.yaml"), "toolchain: {aliases: {t: acme/tool}, " + NOBODY + "}\n");
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("HOME", home.toString());
        // Every Java that starts says so on stderr.
        environment.put("JAVA_TOOL_OPTIONS", "-Datmos.test=true");
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void whatChangesTheAnswerIsSeen(Change change) throws Exception {
        assertThat(kept("toolchain", "which", "t").out).isEqualTo(tool + "\n");

        change.step.take(this);

        Result answer = run(here, "toolchain", "which", "t");
        assertThat(answer.java).isTrue();
        assertThat(answer.sameAs(fresh("toolchain", "which", "t")))
                .as("%s", answer)
                .isTrue();
    }

    @Test
    void aFolderBehindALinkIsAnsweredForWhereItLeads() throws Exception {
        Path link = Files.createSymbolicLink(project.resolveSibling("link"), here);
        kept("toolchain", "which", "t");

        assertThat(run(link, "toolchain", "which", "t").out).isEqualTo(tool + "\n");
        Path moved = Files.move(project, project.resolveSibling("moved"));
        Files.createSymbolicLink(project, moved);
        Result answer = run(here, "toolchain", "which", "t");
        assertThat(answer.java).isTrue();
        assertThat(answer.out).isEqualTo(moved.resolve(".tools/acme/tool/1.0.0/tool") + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"toolchain: {aliases: {t: !env NAME}}", "import: [more]", "profiles: {default: ours}"})
    void whatComesFromElsewhereIsNeverKept(String configuration) throws Exception {
        Files.createDirectories(project.resolve("profiles/ours"));
        Files.writeString(project.resolve("more.yaml"), "toolchain: {aliases: {t: acme/tool}, " + NOBODY + "}\n");
        Files.writeString(
                project.resolve("profiles/ours/t.yaml"), "toolchain: {aliases: {t: acme/tool}, " + NOBODY + "}\n");
        Files.writeString(project.resolve("atmos.yaml"), configuration);
        environment.put("NAME", "acme/tool");

        for (int i = 0; i < 8; i++) {
            Result answer = run(here, "toolchain", "which", "t");
            assertThat(answer.java).isTrue();
            assertThat(answer.out).isEqualTo(tool + "\n");
        }
    }

    @Test
    void execIsTheToolWithItsWordsInputAndExitCode() throws Exception {
        Scripts.script(
                tool, "read -r line; echo \"$line, $#: $1, $2, ${OLDPWD-no}, $(env | grep -ic atmos_)\"; exit 37\n");
        kept("toolchain", "exec", "t", "--", "-x", "two words");

        Result answer = run(here, "toolchain", "exec", "t", "--", "-x", "two words");

        assertThat(answer.java).isFalse();
        assertThat(answer.exit).isEqualTo(37);
        assertThat(answer.out).isEqualTo("from a pipe, 2: -x, two words, no, 0\n");
        assertThat(run(here, "toolchain", "exec", "t", "a", "--", "b").out).startsWith("from a pipe, 3: a, --");
        Files.writeString(between.resolve(".tool-versions"), "acme/tool 2.0.0\n");
        assertThat(run(here, "toolchain", "exec", "t").out).isEqualTo("two\n");
    }

    @Test
    void theVersionIsAnsweredUntilAnotherAtmosIsAskedFor() throws Exception {
        Result kept = kept("version");
        assertThat(kept.sameAs(fresh("version"))).isTrue();
        Path other = project.resolve(".tools/cloudposse/atmos/1.200.0/atmos");
        Scripts.script(other, "echo the other\n");

        Files.writeString(between.resolve(".tool-versions"), "atmos 1.200.0\n");
        Files.writeString(
                project.resolve("atmos.yaml"),
                "toolchain: {aliases: {t: acme/tool, atmos: cloudposse/atmos}, " + NOBODY + "}\n");

        assertThat(run(here, "version").out).isEqualTo("the other\n");
        assertThat(run(here, "version").java).isTrue();
    }

    @Test
    void whatARegistryOfOursSaysIsAnsweredUntilThereIsAnother() throws Exception {
        Result kept = kept("toolchain", "resolve", "hashicorp/terraform@1.10.3");
        assertThat(kept.sameAs(fresh("toolchain", "resolve", "hashicorp/terraform@1.10.3")))
                .isTrue();
        assertThat(kept.out).contains("releases.hashicorp.com");

        Files.writeString(
                project.resolve("tools.yaml"),
                "tools: {hashicorp/terraform: {type: http, url: 'https://example.org/terraform'}}\n");

        Result answer = run(here, "toolchain", "resolve", "hashicorp/terraform@1.10.3");
        assertThat(answer.java).isTrue();
        assertThat(answer.out).contains("example.org");
    }

    @Test
    void cleaningTheCacheForgetsThem() throws Exception {
        kept("toolchain", "which", "t");

        assertThat(run(here, "toolchain", "clean", "--cache").exit).isZero();

        assertThat(home.resolve(".cache/atmos-hub/answers")).doesNotExist();
        assertThat(run(here, "toolchain", "which", "t").java).isTrue();
    }

    @Test
    void anAnswerThatIsTornIsNoAnswer() throws Exception {
        kept("toolchain", "which", "t");
        try (var files = Files.walk(home.resolve(".cache/atmos-hub/answers"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                Files.writeString(file, text.substring(0, text.length() - 5));
            }
        }

        Result answer = run(here, "toolchain", "which", "t");

        assertThat(answer.java).isTrue();
        assertThat(answer.out).isEqualTo(tool + "\n");
    }

    /// Runs a command until the launcher answers it: nothing is kept of files as young as these at first.
    private Result kept(String... words) throws Exception {
        Result answer = run(here, words);
        for (int i = 0; answer.java && i < TIMES; i++) {
            answer = run(here, words);
        }
        assertThat(answer.java).as("answered without Java: %s", answer).isFalse();
        return answer;
    }

    private Result fresh(String... words) throws Exception {
        environment.put(UNKNOWN, "1");
        Result answer = run(here, words);
        environment.remove(UNKNOWN);
        assertThat(answer.java).isTrue();
        return answer;
    }

    private Result run(Path where, String... words) throws Exception {
        var command = new ArrayList<String>();
        command.add(System.getProperty("atmos"));
        command.addAll(List.of(words));
        Path in = Files.writeString(home.resolve("in"), "from a pipe\n");
        Path out = home.resolve("out");
        Path err = home.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(err);
        String own = said.replaceAll("Picked up JAVA_TOOL_OPTIONS: .*\\R", "");
        return new Result(process.exitValue(), Files.readString(out), own, !own.equals(said));
    }
}
