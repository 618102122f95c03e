package io.atmoshub.cli.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.Played;
import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.testing.Archives;
import io.atmoshub.toolchain.testing.Archives.Entry;
import io.atmoshub.toolchain.testing.FakeGitHub;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands about installing, against a server that speaks as GitHub does.
class ToolchainTest {
    private static final String PLATFORM =
            Platform.current().os() + "-" + Platform.current().arch();

    @TempDir
    Path home;

    @TempDir
    Path folder;

    private FakeGitHub github;
    private Played played;

    @BeforeEach
    void serve() throws Exception {
        github = new FakeGitHub();
        Files.writeString(folder.resolve("atmos.yaml"), """
                toolchain:
                  aliases: {t: acme/tool}
                  registries:
                    - {name: ours, type: local, path: tools.yaml}
                """);
        Files.writeString(folder.resolve("tools.yaml"), """
                aliases: {tool: acme/tool}
                tools:
                  acme/tool:
                    type: github_release
                    asset: tool-{{.OS}}-{{.Arch}}.tar.gz
                    files: [{name: tool, src: "tool-{{trimV .Version}}/bin/tool"}]
                """);
        release("1.0.0");
        release("1.1.0");
        played = new Played(home, folder)
                .with("ATMOS_GITHUB_URL", github.address("").toString())
                .with("ATMOS_GITHUB_API_URL", github.address("").toString())
                .with("PATH", "/usr/bin:/bin");
    }

    @AfterEach
    void stop() {
        github.close();
    }

    private byte[] release(String version) throws Exception {
        byte[] archive =
                Archives.tarGz(List.of(Entry.program("tool-%s/bin/tool".formatted(version), """
                #!/bin/sh
                echo "%s $$ $*"
                grep SigBlk /proc/self/status
                ls -l /proc/self/fd | grep -c modules
                echo "$GREETING"
                exit 37
                """.formatted(version))));
        github.asset("acme/tool", "v" + version, "tool-" + PLATFORM + ".tar.gz", archive);
        github.asset("acme/tool", "v" + version, "tool-plan9-mips.tar.gz", archive);
        return archive;
    }

    private void done(String... words) {
        assertThat(run(words)).as(played.out() + played.err()).isZero();
    }

    private int run(String... words) {
        var all = new ArrayList<>(List.of("toolchain"));
        all.addAll(List.of(words));
        return played.run(all.toArray(String[]::new));
    }

    private Path tool(String version) {
        return folder.resolve(".tools/acme/tool").resolve(version).resolve("tool");
    }

    @Test
    void aToolIsPinnedInstalledFoundUpdatedAndTakenAway() throws Exception {
        done("add", "tool@1.0.0");
        assertThat(folder.resolve(".tool-versions")).hasContent("tool 1.0.0\n");
        done("list", "--format", "plain");
        assertThat(played.out()).isEqualTo("acme/tool\t1.0.0\tmissing\n");
        assertThat(run("which", "tool")).isEqualTo(1);
        assertThat(played.err()).contains("tool@1.0.0 is not installed", "atmos toolchain install tool@1.0.0");

        done("install");
        assertThat(played.out())
                .isEqualTo("acme/tool@1.0.0 installed in .tools/acme/tool/1.0.0 (sha256 GitHub; not signed)\n");
        assertThat(tool("1.0.0")).isExecutable();
        assertThat(folder.resolve(".tools/bin/tool")).isSymbolicLink().isExecutable();
        assertThat(folder.resolve(".tools/acme/tool/latest")).hasContent("1.0.0");

        int asked = github.requests().size();
        done("which", "tool");
        assertThat(played.out()).isEqualTo(tool("1.0.0") + "\n");
        done("which", "t@1.0.0", "--json");
        assertThat(played.out()).contains("\"path\":\"" + tool("1.0.0"));
        done("install", "--json");
        assertThat(played.out()).contains("\"installed\":false", "\"sha256\":\"");
        done("list", "--json");
        assertThat(played.out()).contains("\"installed\":true", "\"default\":true");
        done("get", "tool");
        assertThat(played.out()).isEqualTo("1.0.0 (default) (installed)\n");
        done("verify");
        assertThat(played.out()).contains("acme/tool@1.0.0: intact");
        assertThat(github.requests()).hasSize(asked);

        done("get", "tool", "--all");
        assertThat(played.out()).isEqualTo("1.0.0 (default) (installed)\n1.1.0\n");
        done("update");
        assertThat(played.out()).isEqualTo("tool 1.0.0 -> 1.1.0\n");
        assertThat(folder.resolve(".tool-versions")).hasContent("tool 1.0.0\n");
        done("update", "--all", "--json");
        assertThat(folder.resolve(".tool-versions")).hasContent("tool 1.1.0\n");
        done("install");
        assertThat(folder.resolve(".tools/bin/tool").toRealPath().toString()).contains("1.1.0");

        done("set", "tool", "1.0.0");
        assertThat(folder.resolve(".tool-versions")).hasContent("tool 1.0.0 1.1.0\n");
        assertThat(folder.resolve(".tools/bin/tool").toRealPath().toString()).contains("1.0.0");
        done("remove", "tool@1.1.0");
        assertThat(folder.resolve(".tool-versions")).hasContent("tool 1.0.0\n");
        assertThat(run("remove", "tool@9")).isEqualTo(1);

        done("du");
        assertThat(played.out()).contains("acme/tool@1.0.0", "cache in " + home);
        done("clean", "--unpinned");
        assertThat(tool("1.1.0")).doesNotExist();
        assertThat(tool("1.0.0")).exists();
        done("uninstall", "tool");
        assertThat(tool("1.0.0")).doesNotExist();
        assertThat(folder.resolve(".tools/bin/tool")).doesNotExist();
        assertThat(run("uninstall", "tool")).isEqualTo(1);
        done("remove", "t");
        assertThat(folder.resolve(".tool-versions")).hasContent("");
    }

    @Test
    void withoutANetworkWhatWasFetchedIsInstalledAndWhatIsMissingIsNamed() throws Exception {
        Files.writeString(folder.resolve(".tool-versions"), "tool 1.0.0 # ours\n");
        done("install");
        done("uninstall", "tool");
        int asked = github.requests().size();

        done("install", "--offline");

        assertThat(tool("1.0.0")).isExecutable();
        assertThat(run("install", "tool@1.1.0", "--offline")).isEqualTo(1);
        assertThat(played.err()).contains("tool@1.1.0", "is needed and not here", "without --offline");
        assertThat(github.requests()).hasSize(asked);
        assertThat(tool("1.1.0")).doesNotExist();
    }

    @Test
    void theLockFileHoldsInstallsToWhatWasLocked() throws Exception {
        Files.writeString(folder.resolve(".tool-versions"), "tool 1.0.0\n");
        assertThat(run("install", "--frozen")).isEqualTo(1);
        assertThat(played.err()).contains("is not in the lock file");
        assertThat(run("lock", "--check")).isEqualTo(1);
        done("lock");
        done("lock", "--check");
        assertThat(folder.resolve("toolchain.lock.yaml"))
                .content()
                .contains("acme/tool:", "1.0.0:", Platform.current() + ":", "checksum: sha256:");
        done("install", "--frozen");
        done("verify", "tool", "--json");
        assertThat(played.out()).contains("\"verdict\":\"intact\"");

        byte[] anew = Archives.tarGz(List.of(Entry.program("tool-1.0.0/bin/tool", "#!/bin/sh\necho evil\n")));
        github.asset("acme/tool", "v1.0.0", "tool-" + PLATFORM + ".tar.gz", anew);
        done("clean");
        assertThat(run("install")).isEqualTo(1);
        assertThat(played.err()).contains("wanted: ", "the lock file", "got:    " + Checksum.sha256(anew));
        assertThat(tool("1.0.0")).doesNotExist();
    }

    @Test
    void aToolThatWasTamperedWithIsFound() throws Exception {
        done("install", "tool@1.0.0", "--default");
        assertThat(folder.resolve(".tool-versions")).hasContent("tool 1.0.0\n");
        Files.writeString(tool("1.0.0"), "#!/bin/sh\necho evil\n");

        assertThat(run("verify")).isEqualTo(1);

        assertThat(played.out()).contains("changed (tool-1.0.0/bin/tool was changed)");
        done("install", "tool", "--reinstall");
        done("verify");
        Path byHand = Files.createDirectories(folder.resolve(".tools/acme/other/1"));
        Files.writeString(byHand.resolve("other"), "#!/bin/sh\n");
        assertThat(byHand.resolve("other").toFile().setExecutable(true)).isTrue();
        done("verify");
        assertThat(played.out()).contains("acme/other@1: unrecorded");
        done("clean");
        assertThat(byHand).exists();
        assertThat(tool("1.0.0")).doesNotExist();
    }

    @Test
    void oneThatFailsStopsNoOther() throws Exception {
        Files.writeString(folder.resolve(".tool-versions"), "tool 9.9.9 1.0.0\nnobody-knows-me 1\n");

        assertThat(run("install")).isEqualTo(1);

        assertThat(tool("1.0.0")).isExecutable();
        assertThat(played.err()).contains("tool@9.9.9: ", "nobody-knows-me@1: ");
    }

    @Test
    void theVersionCanBeChosenFromAList() throws Exception {
        played.pressing("x2");
        done("set", "tool");
        assertThat(played.err()).contains("1  1.1.0", "2  1.0.0");
        assertThat(folder.resolve(".tool-versions")).hasContent("tool 1.0.0\n");

        played.pressing("q");
        assertThat(run("set", "tool")).isEqualTo(1);
    }

    @Test
    void nobodyThereToChooseIsMisuse() {
        assertThat(run("set", "tool")).isEqualTo(2);
        assertThat(run("install", "--frob")).isEqualTo(2);
        assertThat(run("env", "--format", "tcsh")).isEqualTo(2);
    }

    @Test
    void shellsGetAPathThatDoesNotGrow() throws Exception {
        done("install", "tool@1.0.0", "--default");
        String own = tool("1.0.0").getParent().toString();

        done("env");
        assertThat(played.out())
                .contains(
                        "export PATH='%s:/usr/bin:/bin'".formatted(own),
                        "export ATMOS_TOOLCHAIN_ADDED='%s'".formatted(own));
        played.with("PATH", "/old:" + own + ":/bin").with("ATMOS_TOOLCHAIN_ADDED", own + ":/old");
        done("path", "--export");
        assertThat(played.out()).contains("export PATH='%s:/bin'".formatted(own));
        done("path", "--relative");
        assertThat(played.out()).isEqualTo(".tools/acme/tool/1.0.0\n");
        done("path", "--json");
        assertThat(played.out()).contains("\"missing\":[]");
        done("env", "--format", "fish");
        assertThat(played.out()).contains("set -gx PATH '%s' '/bin'".formatted(own));
        done("env", "--format", "powershell");
        assertThat(played.out()).contains("$env:PATH = '");
        done("env", "--format", "dotenv");
        assertThat(played.out()).contains("PATH=\"");
        done("env", "--json");
        assertThat(played.out()).contains("\"PATH\":\"");
        Path file = folder.resolve("github-path");
        played.with("GITHUB_PATH", file.toString());
        done("env", "--format", "github");
        assertThat(file).hasContent(own + "\n");
        for (String shell : List.of("bash", "zsh", "fish")) {
            done("activate", shell);
            assertThat(played.out()).contains("atmos toolchain env --format " + shell);
        }
    }

    @Test
    void aCommandOfOnesOwnIsAToolWithWordsBefore() throws Exception {
        Files.writeString(folder.resolve("atmos.yaml"), """
                toolchain:
                  use_tool_versions: false
                  proxies:
                    greet: {tool: tool, args: [hello, "it's me"]}
                """);
        done("install", "tool@1.0.0");

        Path greet = folder.resolve(".tools/bin/greet");
        Process process = new ProcessBuilder(greet.toString(), "you").start();
        assertThat(process.inputReader().readLine()).startsWith("1.0.0 ").endsWith(" hello it's me you");
        Process exec = atmos("toolchain", "exec", "greet@1.1.0", "you").start();
        assertThat(exec.inputReader().readLine()).startsWith("1.1.0 ").endsWith(" hello it's me you");
        done("uninstall", "tool");
        assertThat(greet).doesNotExist();
        Files.writeString(folder.resolve("atmos.yaml"), "toolchain: {proxies: {greet: {args: [x]}}}\n");
        assertThat(run("list")).isEqualTo(1);
        assertThat(played.err()).contains("the proxy \"greet\" names no tool");
    }

    @Test
    void filesOfOtherToolsAreTakenOver() throws Exception {
        Files.writeString(folder.resolve("mise.toml"), """
                [env]
                x = "1"
                [tools]
                # ours
                "aqua:acme/tool" = "v1.0.0"
                node = ['22.1.0', "20"]
                helm = {version = "3.1.0", os = ["linux"]}
                """);
        Files.writeString(folder.resolve("aqua.yaml"), """
                packages:
                  - name: acme/tool@v1.1.0
                  - {name: acme/second, version: 2.0.0}
                """);

        done("import", "mise.toml", "aqua.yaml");

        assertThat(folder.resolve(".tool-versions"))
                .hasContent("acme/tool 1.0.0 1.1.0\nnode 22.1.0 20\nhelm 3.1.0\nacme/second 2.0.0\n");
        assertThat(played.err()).contains("acme/second is pinned, but no registry knows it");
        assertThat(run("import", "tools.yaml")).isEqualTo(1);
    }

    @Test
    void execBecomesTheTool() throws Exception {
        Files.writeString(folder.resolve(".tool-versions"), "tool 1.0.0\n");
        Process process =
                atmos("toolchain", "exec", "tool", "--", "--json", "a b").start();
        List<String> lines = process.inputReader().lines().toList();

        assertThat(process.waitFor()).isEqualTo(37);
        assertThat(lines)
                .containsExactly(
                        "1.0.0 %d --json a b".formatted(process.pid()), "SigBlk:\t0000000000000000", "0", "grüße");
        try (Stream<String> errors = process.errorReader().lines()) {
            assertThat(errors.toList()).contains("acme/tool@1.0.0 installed (sha256 GitHub; not signed)");
        }
        Process other = atmos("toolchain", "exec", "tool@1.1.0", "--version").start();
        assertThat(other.inputReader().readLine()).startsWith("1.1.0 ").endsWith(" --version");
    }

    private ProcessBuilder atmos(String... words) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.atmoshub.cli.Atmos"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("GREETING", "grüße");
        builder.environment().put("ATMOS_GITHUB_URL", github.address("").toString());
        builder.environment().put("ATMOS_GITHUB_API_URL", github.address("").toString());
        return builder;
    }
}
