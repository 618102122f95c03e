package io.atmoshub.assistant.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProjectMemoryTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final String FILE = """
            # Atmos Project Memory

            > Kept by all of us.

            ## Project Context

            **Organization:** acme

            ## Common Commands

            ### Plan

            ```bash
            # Plan VPC in dev
            ## not a heading
            atmos terraform plan vpc -s dev
            ```

            ## Frequent Issues & Solutions

            - none yet
            """;

    @Test
    void headingsOfTheFirstTwoLevelsAreSectionsAndCodeIsNot() {
        ProjectMemory memory = ProjectMemory.parse(FILE);

        assertThat(memory.sections())
                .extracting(Section::key)
                .containsExactly("project_context", "common_commands", "frequent_issues_solutions");
        assertThat(memory.sections()).extracting(Section::line).containsExactly(5, 9, 19);
        assertThat(memory.preamble()).startsWith("# Atmos").endsWith("of us.\n\n");
        assertThat(memory.text()).isEqualTo(FILE);
    }

    @Test
    void aSectionIsFoundByItsKeyItsHeadingAndTheBeginningOfItsKey() {
        ProjectMemory memory = ProjectMemory.parse(FILE);

        assertThat(memory.section("frequent_issues").orElseThrow().title()).isEqualTo("Frequent Issues & Solutions");
        assertThat(memory.section("Project Context")).isPresent();
        assertThat(memory.section("project")).isPresent();
        assertThat(memory.section("nothing")).isEmpty();
    }

    @Test
    void replacingASectionLeavesTheRest() {
        ProjectMemory memory = ProjectMemory.parse(FILE).replaced("project_context", "\n**Organization:** beta\n\n");

        assertThat(memory.text()).isEqualTo(FILE.replace("acme", "beta"));
    }

    @Test
    void theSectionsOwnHeadingInTheTextIsNotRepeated() {
        ProjectMemory memory =
                ProjectMemory.parse(FILE).replaced("project_context", "## Project Context\n\n**Organization:** beta");

        assertThat(memory.text()).isEqualTo(FILE.replace("acme", "beta"));
    }

    @Test
    void aListGoesOnAndAParagraphBeginsAfterABlankLine() {
        ProjectMemory memory = ProjectMemory.parse(FILE);

        assertThat(memory.appended("frequent_issues", "- another").text()).isEqualTo(FILE + "- another\n");
        assertThat(memory.appended("frequent_issues", "Words.").text()).isEqualTo(FILE + "\nWords.\n");
        assertThat(memory.appended("project_context", "Two regions.").text())
                .isEqualTo(FILE.replace("acme\n", "acme\n\nTwo regions.\n"));
    }

    @Test
    void aSectionThatIsNotThereIsAddedAtTheEnd() {
        assertThat(ProjectMemory.parse(FILE)
                        .replaced("stack_patterns", "One file each.")
                        .text())
                .isEqualTo(FILE + "\n## Stack Patterns\n\nOne file each.\n");
        assertThat(ProjectMemory.parse("").replaced("stack_patterns", "One.").text())
                .isEqualTo("## Stack Patterns\n\nOne.\n");
        assertThat(ProjectMemory.parse("No headings, no end")
                        .replaced("notes", "One.")
                        .text())
                .isEqualTo("No headings, no end\n\n## Notes\n\nOne.\n");
    }

    @Test
    void learningsHaveADateAndAreNotRepeated() {
        ProjectMemory once = ProjectMemory.parse(FILE).learned(ProjectMemory.LEARNINGS, "dev has\n one zone ", DAY);
        ProjectMemory twice = once.learned(ProjectMemory.LEARNINGS, "prod has three", DAY.plusDays(1));

        assertThat(twice.text())
                .isEqualTo(FILE
                        + "\n## Recent Learnings\n\n- 2026-11-21: dev has one zone\n- 2026-11-22: prod has three\n");
        assertThatThrownBy(() -> twice.learned(ProjectMemory.LEARNINGS, "dev has one zone", DAY.plusDays(2)))
                .isInstanceOf(MemoryException.class)
                .hasMessageContaining("remembered already");
    }

    @Test
    void textThatWouldSwallowOrSplitSectionsIsRefused() {
        ProjectMemory memory = ProjectMemory.parse(FILE);

        for (String text : List.of("## Another", "```bash\nls", "<!-- open", "Words\n===", "~~~\n```\n")) {
            assertThatThrownBy(() -> memory.replaced("project_context", text))
                    .as(text)
                    .isInstanceOf(MemoryException.class)
                    .hasMessageContaining("sections begin or end");
        }
    }

    @Test
    void windowsLinesStayWindowsLines() {
        String windows = FILE.replace("\n", "\r\n");

        assertThat(ProjectMemory.parse(windows)
                        .replaced("project_context", "One\ntwo")
                        .text())
                .isEqualTo(windows.replace("**Organization:** acme", "One\r\ntwo"));
        assertThat(ProjectMemory.parse(windows)
                        .appended("common_commands", "More.")
                        .text())
                .isEqualTo(windows.replace("```\r\n\r\n## F", "```\r\n\r\nMore.\r\n\r\n## F"));
    }

    @Test
    void headingsOfTheSameNameHaveKeysOfTheirOwn() {
        ProjectMemory memory = ProjectMemory.parse("## Notes\na\n## Notes\nb\n## Notes 2\nc\n");

        assertThat(memory.sections()).extracting(Section::key).containsExactly("notes", "notes_3", "notes_2");
        assertThat(memory.replaced("notes_3", "x").text()).isEqualTo("## Notes\na\n## Notes\n\nx\n\n## Notes 2\nc\n");
    }

    @Test
    void headingsMayBeUnderlinedAndFrontMatterIsNone() {
        ProjectMemory memory =
                ProjectMemory.parse("---\ntitle: x\n---\n\nFirst\n-----\n\na\n\nSecond\n-----\nb\n\n---\n");

        assertThat(memory.sections()).extracting(Section::title).containsExactly("First", "Second");
        assertThat(memory.sections().getLast().body()).isEqualTo("b\n\n---\n");
    }

    @Test
    void aFileOfAMegabyteIsChangedInTime() {
        StringBuilder text = new StringBuilder("# Memory\n");
        for (int i = 0; i < 4_000; i++) {
            text.append("\n## Section ")
                    .append(i)
                    .append("\n\n")
                    .append("some words ".repeat(20))
                    .append('\n');
        }
        assertThat(text.length()).isGreaterThan(900_000);

        String changed = ProjectMemory.parse(text.toString())
                .replaced("section_2000", "x")
                .text();

        assertThat(changed)
                .isEqualTo(text.toString()
                        .replace("## Section 2000\n\n" + "some words ".repeat(20) + "\n", "## Section 2000\n\nx\n"));
    }

    @Test
    void whateverTheFileNothingOutsideOfTheSectionChanges() {
        Random random = new Random(20261121);
        List<String> pieces = List.of(
                "# Title",
                "## One",
                "## One",
                "## Two Words",
                "### Deep",
                "# Top",
                "text",
                "  indented",
                "- item",
                "```",
                "~~~~",
                "```yaml",
                "<!-- c -->",
                "<!-- open",
                "-->",
                "Under",
                "---",
                "===",
                "",
                "",
                "\uFEFF",
                "| a | b |",
                "über süß 🚚",
                "\tcode",
                "#no heading",
                "####### seven",
                "## ");
        int changed = 0;
        for (int round = 0; round < 3_000; round++) {
            String text = random(random, pieces);
            ProjectMemory memory = ProjectMemory.parse(text);
            assertThat(memory.text()).isEqualTo(text);
            for (Section section : memory.sections()) {
                String before = text.substring(0, start(memory, section));
                String after = text.substring(before.length() + section.text().length());
                for (boolean append : new boolean[] {true, false}) {
                    try {
                        String made = (append
                                        ? memory.appended(section.key(), "new words")
                                        : memory.replaced(section.key(), "new words"))
                                .text();
                        changed++;
                        assertThat(made).startsWith(before).endsWith(after).contains("new words");
                    } catch (MemoryException refused) {
                        // The section holds an open code block or comment: nothing was changed.
                        assertThat(refused.what()).contains("begin or end");
                    }
                }
            }
            try {
                assertThat(memory.replaced("brand_new", "new words").text()).startsWith(text);
            } catch (MemoryException refused) {
                assertThat(refused.what()).contains("begin or end");
            }
        }
        assertThat(changed).isGreaterThan(2_000);
    }

    private static int start(ProjectMemory memory, Section section) {
        int at = memory.preamble().length();
        for (Section one : memory.sections()) {
            if (one.equals(section)) {
                return at;
            }
            at += one.text().length();
        }
        throw new AssertionError(section);
    }

    private static String random(Random random, List<String> pieces) {
        String end = random.nextInt(4) == 0 ? "\r\n" : "\n";
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(14); i >= 0; i--) {
            lines.add(pieces.get(random.nextInt(pieces.size())));
        }
        return String.join(end, lines) + (random.nextBoolean() ? end : "");
    }
}
