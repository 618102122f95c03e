package io.atmoshub.assistant.tool.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.assistant.file.ProjectFolder;
import io.atmoshub.assistant.file.Secrets;
import io.atmoshub.assistant.file.SessionCopy;
import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.Tool;
import io.atmoshub.assistant.tool.ToolContext;
import io.atmoshub.assistant.tool.ToolFailure;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.assistant.tool.ToolSpec;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.session.FileChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FileToolsTest {
    @TempDir
    Path root;

    private final Map<String, String> written = new HashMap<>();

    @BeforeEach
    void aProject() throws Exception {
        write("stacks/a.yaml", "vars:\n  region: eu-west-1\n");
        write("stacks/sub/b.yaml", "vars:\n  Region: eu-central-1\n");
        write("main.tf", "locals {}\n");
    }

    @Test
    void listsByFolderByPatternAndAll() throws Exception {
        assertThat(run("file_list", Map.of()).output()).isEqualTo("main.tf\nstacks/a.yaml\nstacks/sub/b.yaml\n");
        assertThat(run("file_list", Map.of("glob", "stacks")).summary()).isEqualTo("2 files");
        assertThat(run("file_list", Map.of("glob", "stacks/")).summary()).isEqualTo("2 files");
        assertThat(run("file_list", Map.of("glob", "*.yaml")).summary()).isEqualTo("2 files");
        assertThat(run("file_list", Map.of("glob", "stacks/*.yaml")).output()).isEqualTo("stacks/a.yaml\n");
        assertThat(run("file_list", Map.of("glob", "nothing")).output()).isEqualTo("No file fits.\n");
    }

    @Test
    void aLongListIsCutAndTheRestIsOneCallAway() throws Exception {
        for (int i = 0; i < 350; i++) {
            write("many/%03d.txt".formatted(i), "");
        }

        assertThat(run("file_list", Map.of("glob", "many")).output())
                .contains("… 50 more; call file_list again with skip=300");
        assertThat(run("file_list", Map.of("glob", "many", "skip", 300)).output())
                .startsWith("many/300.txt")
                .doesNotContain("more");
    }

    @Test
    void searchesTextsAndExpressions() throws Exception {
        assertThat(run("file_search", Map.of("text", "region")).output())
                .isEqualTo("stacks/a.yaml:2: region: eu-west-1\nstacks/sub/b.yaml:2: Region: eu-central-1\n");
        assertThat(run("file_search", Map.of("text", "eu-(west|north)", "regex", true))
                        .summary())
                .isEqualTo("1 match in 1 file");
        assertThat(run("file_search", Map.of("text", "region", "glob", "*.tf")).output())
                .isEqualTo("No line fits.\n");
        assertThatThrownBy(() -> run("file_search", Map.of("text", "(", "regex", true)))
                .isInstanceOf(ToolFailure.class);
        assertThatThrownBy(() -> run("file_search", Map.of("text", " "))).isInstanceOf(ToolFailure.class);
    }

    @Test
    void anExpressionThatTakesForEverIsGivenUp() {
        Patience patience = new Patience(Duration.ofMillis(100));
        Pattern forEver = Pattern.compile("(a+)+(b?)\\2$");
        CharSequence text = patience.watching("a".repeat(60) + "!");

        assertThatThrownBy(() -> forEver.matcher(text).find()).isInstanceOf(Patience.Over.class);
    }

    @Test
    void readsNumberedLinesAndRanges() throws Exception {
        assertThat(run("file_read", Map.of("path", "stacks/a.yaml")).output())
                .isEqualTo("stacks/a.yaml, lines 1–2 of 2\n    1  vars:\n    2    region: eu-west-1\n");
        assertThat(run("file_read", Map.of("path", "stacks/a.yaml", "from_line", "2"))
                        .summary())
                .isEqualTo("lines 2–2 of 2");
        assertThatThrownBy(() -> run("file_read", Map.of("path", "stacks/a.yaml", "from_line", 9)))
                .isInstanceOf(ToolFailure.class);
        assertThatThrownBy(() -> run("file_read", Map.of("path", "b.yaml")))
                .hasMessageContaining("Did you mean stacks/sub/b.yaml?");
        assertThatThrownBy(() -> run("file_read", Map.of("path", "stacks"))).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> run("file_read", Map.of("path", "../x"))).isInstanceOf(ToolFailure.class);
    }

    @Test
    void aLongFileIsCutAndTheRestIsOneCallAway() throws Exception {
        write(
                "long.txt",
                IntStream.range(0, 2_000).mapToObj(i -> "line number " + i).collect(Collectors.joining("\n")));

        String output = run("file_read", Map.of("path", "long.txt")).output();

        assertThat(output)
                .hasSizeLessThan(21_000)
                .containsPattern("… [\\d,.]+ more lines; call file_read again with from_line=\\d+");
    }

    @Test
    void secretsAreMaskedEvenWhenTheirHeadIsOutOfRange() throws Exception {
        write("key.txt", "-----BEGIN PRIVATE KEY-----\nMIIEabc\n-----END PRIVATE KEY-----\n");

        assertThat(run("file_read", Map.of("path", "key.txt", "from_line", 2, "to_line", 2))
                        .output())
                .contains(Secrets.MASK)
                .doesNotContain("MIIE");
        assertThat(run("file_search", Map.of("text", "MIIE")).summary()).isEqualTo("no match");
    }

    @Test
    void writesAWholeFileOrAppends() throws Exception {
        ToolResult created = run("file_write", Map.of("path", "./new.md", "content", "x\n"));
        assertThat(created.written()).isEqualTo(new ToolResult.Written("new.md", null, "x\n"));

        written.put("new.md", "x");
        ToolResult appended = run("file_write", Map.of("path", "new.md", "content", "y\n", "append", true));
        assertThat(appended.written().content()).isEqualTo("x\ny\n");
        assertThat(appended.written().baseHash()).hasSize(64);
        assertThat(root.resolve("new.md")).doesNotExist();
    }

    @Test
    void refusesToWriteWhatMakesNoSense() {
        assertThatThrownBy(() -> run("file_write", Map.of("path", "main.tf", "content", "locals {}\n")))
                .hasMessageContaining("already");
        assertThatThrownBy(() -> run("file_write", Map.of("path", "x", "content", Secrets.MASK)))
                .hasMessageContaining("secret");
        assertThatThrownBy(() -> run("file_write", Map.of("path", "x", "content", "x".repeat(600_000))))
                .hasMessageContaining("at most");
        assertThatThrownBy(() -> run("file_write", Map.of("path", ".git/hooks/post-commit", "content", "x")))
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> run("file_write", Map.of("path", "stacks", "content", "x")))
                .hasMessageContaining("not a plain file");
    }

    @Test
    void aBaseThatIsNotWhatWasApprovedIsNotOverwritten() throws Exception {
        Tool tool = FileTools.toolbox().find("file_write").orElseThrow();
        Arguments arguments = Arguments.of(tool.spec(), Map.of("path", "main.tf", "content", "new"));
        FileChange approved = new FileChange("main.tf", "what it was", "new");

        assertThatThrownBy(() -> tool.run(arguments, new ToolContext(copy(), approved)))
                .hasMessageContaining("changed after it was shown");
    }

    @Test
    void theSchemaIsWhatProvidersExpect() {
        ToolSpec read = FileTools.toolbox().find("file_read").orElseThrow().spec();

        assertThat(HubJson.write(read.schema()))
                .contains("\"type\":\"object\"", "\"required\":[\"path\"]", "\"additionalProperties\":false")
                .contains("\"from_line\"", "\"integer\"");
    }

    @Test
    void wordsAreSafeToShow() throws Exception {
        Tool tool = FileTools.toolbox().find("file_read").orElseThrow();

        assertThat(tool.words(Arguments.of(tool.spec(), Map.of("path", "a`b\u202e\n# c"))))
                .isEqualTo("Read `a'b  # c`");
    }

    @Test
    void rulesSeeTheFileAndNotOneOfItsSpellings() throws Exception {
        for (String tool : List.of("file_read", "file_write")) {
            Tool found = FileTools.toolbox().find(tool).orElseThrow();
            for (String spelling : List.of("./docs/a.md", " docs/a.md", "docs/a.md/", "././docs/a.md")) {
                Map<String, Object> given =
                        tool.equals("file_read") ? Map.of("path", spelling) : Map.of("path", spelling, "content", "x");
                assertThat(found.path(Arguments.of(found.spec(), given))).contains("docs/a.md");
            }
        }
    }

    private SessionCopy copy() {
        return new SessionCopy(new ProjectFolder(root), written);
    }

    private ToolResult run(String name, Map<String, Object> arguments) throws Exception {
        Tool tool = FileTools.toolbox().find(name).orElseThrow();
        return tool.run(Arguments.of(tool.spec(), arguments), new ToolContext(copy(), null));
    }

    private void write(String path, String content) throws Exception {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
