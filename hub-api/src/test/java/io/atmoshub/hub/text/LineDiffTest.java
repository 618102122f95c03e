package io.atmoshub.hub.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.text.LineDiff.Kind;
import io.atmoshub.hub.text.LineDiff.Line;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    @Test
    void aChangedLineIsOneRemovedAndOneAdded() {
        assertThat(LineDiff.between("a\nb\nc\n", "a\nB\nc\n").around(3))
                .containsExactly(
                        new Line(Kind.SAME, 1, 1, "a"),
                        new Line(Kind.REMOVED, 2, 0, "b"),
                        new Line(Kind.ADDED, 0, 2, "B"),
                        new Line(Kind.SAME, 3, 3, "c"));
    }

    @Test
    void aNewFileIsAllAdded() {
        assertThat(LineDiff.between("", "a\nb\n").around(3))
                .extracting(Line::kind)
                .containsExactly(Kind.ADDED, Kind.ADDED);
    }

    @Test
    void farFromChangesLinesAreLeftOut() {
        String before = IntStream.range(0, 50).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));

        List<Line> lines =
                LineDiff.between(before, before.replace("line 25", "changed")).around(3);

        assertThat(lines).hasSize(1 + 3 + 2 + 3 + 1);
        assertThat(lines.getFirst().kind()).isEqualTo(Kind.GAP);
        assertThat(lines.getLast().kind()).isEqualTo(Kind.GAP);
    }

    @Test
    void movedBlocksKeepTheirCommonLines() {
        List<Line> lines =
                LineDiff.between("x\na\nb\nc\ny\n", "x\nb\nc\na\ny\n").around(3);

        assertThat(lines).filteredOn(line -> line.kind() == Kind.ADDED).hasSize(1);
        assertThat(lines).filteredOn(line -> line.kind() == Kind.REMOVED).hasSize(1);
    }

    @Test
    void aVeryLargeChangeIsShownAsReplaced() {
        String before = "a\n".repeat(3_000);
        String after = "b\n".repeat(3_000);

        assertThat(LineDiff.between(before, after).around(3)).hasSize(6_000);
    }

    @Test
    void changesAreSignedAsPatchesAre() {
        assertThat(LineDiff.between("a\nb\nc\n", "a\nB\nc\n").changes())
                .extracting(Line::signed)
                .containsExactly("-b", "+B");
    }

    /// Whatever was compared: the lines that stayed or came are the new text, those that stayed or went the old one.
    @Test
    void eachSideCanBePutTogetherAgain() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<String> before = lines(random);
            List<String> after = lines(random);

            List<Line> lines = LineDiff.between(before, after).lines();

            assertThat(lines)
                    .filteredOn(line -> line.before() > 0)
                    .extracting(Line::text)
                    .isEqualTo(before);
            assertThat(lines)
                    .filteredOn(line -> line.after() > 0)
                    .extracting(Line::text)
                    .isEqualTo(after);
        }
    }

    private static List<String> lines(Random random) {
        return Stream.generate(() -> "line " + random.nextInt(4))
                .limit(random.nextInt(12))
                .toList();
    }

    @Test
    void equalTextsHaveNoLines() {
        assertThat(LineDiff.between("a\nb", "a\nb").around(3))
                .extracting(Line::kind)
                .containsOnly(Kind.GAP);
    }
}
