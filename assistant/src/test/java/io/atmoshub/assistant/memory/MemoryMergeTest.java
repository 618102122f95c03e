package io.atmoshub.assistant.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MemoryMergeTest {
    private static final String BASE = """
            # Memory

            ## One

            a
            b
            c

            ## Two

            d
            """;

    @Test
    void anEditElsewhereAndTheProposalAreBothKept() {
        String edited = BASE.replace("d\n", "d, by hand\n");
        String proposed = ProjectMemory.parse(BASE).replaced("one", "new").text();

        assertThat(merged(edited, proposed)).isEqualTo(edited.replace("a\nb\nc", "new"));
    }

    @Test
    void editsInOtherLinesOfTheSameSectionAreMerged() {
        String edited = BASE.replace("a\n", "a, by hand\n");
        String proposed = BASE.replace("c\n", "c, proposed\n");

        assertThat(merged(edited, proposed)).isEqualTo(edited.replace("c\n", "c, proposed\n"));
    }

    @Test
    void sectionsAddedOnBothSidesAreBothKept() {
        String edited = BASE + "\n## By Hand\n\nx\n";
        String proposed = BASE + "\n## Proposed\n\ny\n";

        assertThat(merged(edited, proposed)).contains("## Two\n\nd\n", "## By Hand\n\nx\n", "## Proposed\n\ny\n");
    }

    @Test
    void aProposalForTheLastSectionKeepsWhatWasAddedAfterIt() {
        String edited = BASE + "\n## By Hand\n\nx\n";
        String proposed = BASE.replace("d\n", "new\n");

        assertThat(merged(edited, proposed)).isEqualTo(edited.replace("\nd\n", "\nnew\n"));
    }

    @Test
    void sectionsMayHaveBeenMoved() {
        String edited = "# Memory\n\n## Two\n\nd\n\n## One\n\na\nb\nc\n";
        String proposed = BASE.replace("b\n", "B\n");

        assertThat(merged(edited, proposed)).isEqualTo(edited.replace("b\n", "B\n"));
    }

    @Test
    void whatBothChangedIsShownAndNothingIsWritten() {
        String edited = BASE.replace("b\n", "by hand\n");
        String proposed = BASE.replace("b\n", "proposed\n");

        MemoryMerge merge = MemoryMerge.of(BASE, edited, proposed);

        assertThat(merge).isInstanceOfSatisfying(MemoryMerge.Conflict.class, conflict -> {
            assertThat(conflict.clashes()).extracting(MemoryMerge.Clash::key).containsExactly("one");
            assertThat(conflict.words()).contains("-b", "+by hand", "+proposed");
        });
    }

    @Test
    void aSectionThatWasTakenOutIsNotBroughtBackUnasked() {
        String edited = "# Memory\n\n## Two\n\nd\n";
        String proposed = BASE.replace("b\n", "proposed\n");

        assertThat(MemoryMerge.of(BASE, edited, proposed))
                .isInstanceOfSatisfying(
                        MemoryMerge.Conflict.class,
                        conflict -> assertThat(conflict.words()).contains("was taken out", "+proposed"));
    }

    @Test
    void everyLineThatAPersonWroteIsThereOrAskedAbout() {
        Random random = new Random(7);
        int merged = 0;
        for (int round = 0; round < 2_000; round++) {
            String edited = changed(random, "hand");
            String proposed = changed(random, "proposal");
            if (MemoryMerge.of(BASE, edited, proposed) instanceof MemoryMerge.Merged(String text)) {
                merged++;
                edited.lines()
                        .filter(line -> line.contains("hand"))
                        .forEach(line -> assertThat(text.lines())
                                .as("edited: %s\nproposed: %s", edited, proposed)
                                .contains(line));
                proposed.lines()
                        .filter(line -> line.contains("proposal"))
                        .forEach(line -> assertThat(text.lines()).contains(line));
            }
        }
        assertThat(merged).isGreaterThan(200);
    }

    private static String changed(Random random, String word) {
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (String line : List.of(BASE.split("(?<=\n)"))) {
            int what = line.isBlank() || line.startsWith("#") ? 9 : random.nextInt(10);
            if (what == 0) {
                text.append(word).append(count++).append('\n').append(line);
            } else if (what == 1) {
                text.append(word).append(count++).append('\n');
            } else if (what != 2) {
                text.append(line);
            }
        }
        if (random.nextInt(4) == 0) {
            text.append("\n## ")
                    .append(word)
                    .append(" section\n\n")
                    .append(word)
                    .append(" end\n");
        }
        return text.toString();
    }

    private static String merged(String edited, String proposed) {
        return MemoryMerge.of(BASE, edited, proposed) instanceof MemoryMerge.Merged(String text) ? text : "";
    }
}
