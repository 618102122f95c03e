package io.atmoshub.assistant.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.assistant.file.Secrets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryExcerptTest {
    private static final String WORDS = "words of a line\n".repeat(50);

    @Test
    void aShortMemoryIsThereAsAWhole() {
        String text = "# M\n\n## A\n\nx\n";

        assertThat(MemoryExcerpt.of(ProjectMemory.parse(text), List.of(), 1_000))
                .isEqualTo(new MemoryExcerpt(text, List.of()));
    }

    @Test
    void whatDoesNotFitIsNamedWithItsLines() {
        ProjectMemory memory = ProjectMemory.parse("# M\n\n## A\n\n" + WORDS + "\n## B\n\n" + WORDS + "\n## C\n\nx\n");

        MemoryExcerpt excerpt = MemoryExcerpt.of(memory, List.of("c", "b"), 1_300);

        assertThat(excerpt.text()).contains("## A", "## B", "## C").hasSizeLessThanOrEqualTo(1_300);
        assertThat(excerpt.text()).containsSubsequence("## A", "## B", "## C");
        assertThat(excerpt.leftOut()).containsExactly("part of a (lines 3 to 55)");
    }

    @Test
    void ofLearningsTheLatestCount() {
        StringBuilder learnings = new StringBuilder("## Recent Learnings\n\n");
        for (int i = 0; i < 200; i++) {
            learnings.append("- 2026-11-21: learning ").append(i).append('\n');
        }

        MemoryExcerpt excerpt = MemoryExcerpt.of(ProjectMemory.parse(learnings.toString()), List.of(), 1_000);

        assertThat(excerpt.text()).contains("learning 199\n").doesNotContain("learning 1\n");
        assertThat(excerpt.leftOut()).hasSize(1);
    }

    @Test
    void secretsAreMasked() {
        MemoryExcerpt excerpt =
                MemoryExcerpt.of(ProjectMemory.parse("## A\n\npassword: \"hunter2hunter2\"\n"), List.of(), 1_000);

        assertThat(excerpt.text()).contains(Secrets.MASK).doesNotContain("hunter2");
    }
}
