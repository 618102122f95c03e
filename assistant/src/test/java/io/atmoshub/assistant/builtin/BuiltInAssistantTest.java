package io.atmoshub.assistant.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.conversation.Assistant;
import io.atmoshub.assistant.conversation.Ending;
import io.atmoshub.assistant.local.LocalConversation;
import io.atmoshub.assistant.model.Model;
import io.atmoshub.assistant.model.ModelContract;
import io.atmoshub.assistant.model.ModelRequest;
import io.atmoshub.assistant.model.Turn;
import io.atmoshub.assistant.tool.file.FileTools;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class BuiltInAssistantTest {
    @TempDir
    Path root;

    private final List<Happening.ApprovalAsked> asked = new ArrayList<>();
    private Choice choice = Choice.ALLOW_ONCE;
    private LocalConversation conversation;

    @BeforeEach
    void aSmallProject() throws Exception {
        write("README.md", "# Acorn\n\nAcorn sells seeds\nby post.\n\n## Questions\n\n- Which backup is kept?\n");
        write("ATMOS.md", "# Memory\n\n**Regions:** eu-west-1\n");
        write(".tool-versions", "# pinned\nterraform 1.11.4\njq 1.7.1\n");
        write(".atmosignore", "private/\n");
        write("private/phones.md", "555");
        write(
                "components/terraform/vpc/main.tf",
                "resource \"terraform_data\" \"net\" {\n  input = var.cidr\n}\n\noutput \"id\" {\n  description = \"The network's id.\"\n  value = 1\n}\n");
        write(
                "components/terraform/vpc/variables.tf",
                "variable \"cidr\" {\n  type        = string\n  description = \"Block of addresses.\"\n}\n\nvariable \"zones\" {\n  type    = number\n  default = 2\n}\n");
        write("components/terraform/rds/postgres/main.tf", "locals { x = 1 }\n");
        write("stacks/catalog/vpc.yaml", "components:\n  terraform:\n    vpc:\n      vars:\n        zones: 2\n");
        write("stacks/acme/dev/eu.yaml", stack("10.1.0.0/16", "1"));
        write("stacks/acme/prod/eu.yaml", stack("10.2.0.0/16", "35"));
        write(
                "docs/restore.md",
                "# Restore\n\n## Database is gone\n\nTake the newest backup.\n\n## Coffee\n\nBlack.\n");
        SessionListener nobody = new SessionListener() {
            @Override
            public void event(SessionEvent event) {}

            @Override
            public void text(LiveText text) {}

            @Override
            public void ended(HubException why) {}
        };
        conversation = new LocalConversation(
                new Assistant(new BuiltInAssistant(Duration.ZERO), FileTools.toolbox()),
                root,
                "Ana",
                approval -> {
                    asked.add(approval);
                    return new Answer(approval.call(), approval.fingerprint(), choice, "no");
                },
                nobody);
    }

    @Test
    void itSaysFirstAndOnlyOnceThatItWorksByRules() {
        assertThat(ask("hello")).startsWith("*No model is configured, so this is the built-in assistant");
        assertThat(ask("hello")).doesNotContain("No model is configured").contains("This is what I understand");
    }

    @Test
    void overview() {
        assertThat(ask("What is in this project?"))
                .contains("## Acorn", "Acorn sells seeds by post.", "`vpc`", "**Regions:** eu-west-1", "`README.md`");
        assertThat(tools()).containsExactly("file_read", "file_read", "file_list");
    }

    @Test
    void inventory() {
        assertThat(ask("Which components and stacks are there?"))
                .contains("| `vpc` | `components/terraform/vpc` |", "`rds/postgres`", "`stacks/acme/dev/eu.yaml`")
                .doesNotContain("- `stacks/catalog/vpc.yaml`");
    }

    @Test
    void aComponent() {
        assertThat(ask("What does the vpc component do?"))
                .contains("components/terraform/vpc/main.tf:1", "```hcl", "| `cidr` | string | *required* |", "| `2` |")
                .contains("`id` The network's id.", "`stacks/catalog/vpc.yaml`");
    }

    @Test
    void aFileWithItsLines() {
        assertThat(ask("show stacks/catalog/vpc.yaml"))
                .contains("`stacks/catalog/vpc.yaml`, lines 1–5:", "```yaml\ncomponents:");
        assertThat(ask("explain variables.tf")).contains("variable cidr", "components/terraform/vpc/variables.tf");
        assertThat(ask("read docs/")).contains("`docs/restore.md`");
        assertThat(ask("cat nothing-like-it.yaml")).contains("There is no file");
    }

    @Test
    void aClosedFileAndATrapAreRefusedInWords() {
        assertThat(ask("show private/phones.md")).contains(".atmosignore").doesNotContain("555");
        assertThat(ask("show ../../../etc/shadow.txt")).contains("can't leave the project's folder");
        assertThat(ask("show .git/config")).contains("closed");
        assertThat(ask("show /etc/passwd"))
                .contains("relative to the project's folder")
                .doesNotContain("root:");
    }

    @Test
    void whereSomethingIsDefinedAndUsed() {
        assertThat(ask("Where is `cidr` defined?"))
                .contains("**Defined**", "`components/terraform/vpc/variables.tf:1` `variable \"cidr\" {`", "**Used**");
        assertThat(ask("find unobtainium")).contains("No line");
    }

    @Test
    void toolVersions() {
        assertThat(ask("Which tool versions does this project use?"))
                .contains("| terraform | 1.11.4 | `.tool-versions:2` |", "| jq | 1.7.1 |");
    }

    @Test
    void whatDiffersBetweenTwoEnvironments() {
        assertThat(ask("What differs between dev and prod for acme?"))
                .contains("```diff", "-        cidr: 10.1.0.0/16", "+        cidr: 10.2.0.0/16");
        assertThat(ask("How does db differ between dev and production?"))
                .contains("+        backup_days: 35")
                .doesNotContain("cidr");
        assertThat(ask("compare stacks/acme/dev/eu.yaml and stacks/acme/prod/eu.yaml"))
                .contains("```diff");
        assertThat(ask("what is the difference?")).contains("Between what?");
    }

    @Test
    void anythingElseIsSearchedForAndDocumentsAreQuoted() {
        assertThat(ask("What do we do when the database is gone?"))
                .contains("## Database is gone", "docs/restore.md")
                .doesNotContain("Coffee");
        assertThat(ask("zzzz qqqq")).contains("found nothing", "This is what I understand");
    }

    @Test
    void aNoteIsWrittenAfterAPersonSawIt() {
        assertThat(ask("Write a note to docs/notes.md: call the bakery first")).contains("Done");

        assertThat(asked.getFirst().change().after()).isEqualTo("Call the bakery first\n");
        assertThat(root.resolve("docs/notes.md")).doesNotExist();
        assertThat(ask("show docs/notes.md")).contains("Call the bakery first");
    }

    @Test
    void manyWaysToAskForAFile() {
        ask("please create file docs/a.md with \"Exactly this\"");
        ask("create docs/b.yaml:\n```yaml\na: 1\n```");
        ask("add a line about seeds to ATMOS.md");
        ask("change \"zones: 2\" to \"zones: 3\" in stacks/catalog/vpc.yaml");
        ask("write a note that says buy milk to docs/c.md");
        ask("create docs/my-plan.md");

        assertThat(asked)
                .extracting(a -> a.change().path(), a -> a.change().after())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("docs/a.md", "Exactly this\n"),
                        org.assertj.core.groups.Tuple.tuple("docs/b.yaml", "a: 1\n"),
                        org.assertj.core.groups.Tuple.tuple("ATMOS.md", "# Memory\n\n**Regions:** eu-west-1\nSeeds\n"),
                        org.assertj.core.groups.Tuple.tuple(
                                "stacks/catalog/vpc.yaml",
                                "components:\n  terraform:\n    vpc:\n      vars:\n        zones: 3\n"),
                        org.assertj.core.groups.Tuple.tuple("docs/c.md", "Buy milk\n"),
                        org.assertj.core.groups.Tuple.tuple("docs/my-plan.md", "# My plan\n"));
    }

    @Test
    void aDeniedNoteIsNotWritten() {
        choice = Choice.DENY;

        assertThat(ask("Write a note to docs/notes.md: x")).contains("was denied");
        assertThat(ask("show docs/notes.md")).contains("There is no");
    }

    @Test
    void allowAlwaysAsksOnce() {
        choice = Choice.ALLOW_ALWAYS;

        ask("Write a note to docs/one.md: x");
        ask("Write a note to docs/two.md: y");
        ask("Write a note to three.md: z");

        assertThat(asked)
                .extracting(Happening.ApprovalAsked::alwaysRule)
                .containsExactly("file_write(docs/**)", "file_write(three.md)");
    }

    @Test
    void everyKindOfQuestionEndsWithoutFailure() {
        for (String question : List.of(
                "?",
                "a",
                "```",
                "`",
                "what",
                "show",
                "write",
                "create",
                "difference between dev and prod",
                "*",
                "where is",
                "\t\r\n x",
                "(((",
                "\\",
                "what does ( do",
                "add to ATMOS.md",
                "write ../x.md: y",
                "😀")) {
            assertThat(conversation.say(Message.of(question), Cancellation.NEVER))
                    .as(question)
                    .isEqualTo(Ending.FINISHED);
        }
    }

    @Nested
    class AsAModel extends ModelContract {
        @Override
        protected Model model() {
            return new BuiltInAssistant(Duration.ofMillis(5));
        }

        @Override
        protected ModelRequest request() {
            return new ModelRequest(
                    List.of(new Turn.Asked("Ana", "help")), FileTools.toolbox().specs());
        }
    }

    private String ask(String question) {
        int before = conversation.events().size();
        assertThat(conversation.say(Message.of(question), Cancellation.NEVER)).isEqualTo(Ending.FINISHED);
        return conversation.events().stream()
                .skip(before)
                .map(SessionEvent::what)
                .filter(Happening.AssistantText.class::isInstance)
                .map(what -> ((Happening.AssistantText) what).text())
                .collect(Collectors.joining("\n"));
    }

    private List<String> tools() {
        return conversation.events().stream()
                .map(SessionEvent::what)
                .filter(Happening.ToolCalled.class::isInstance)
                .map(what -> ((Happening.ToolCalled) what).call().tool())
                .toList();
    }

    private static String stack(String cidr, String days) {
        return "components:\n  terraform:\n    vpc:\n      vars:\n        cidr: " + cidr
                + "\n    db:\n      vars:\n        backup_days: " + days + "\n";
    }

    private void write(String path, String content) throws Exception {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
