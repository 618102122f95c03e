package io.atmoshub.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.web.session.LineDiff.Kind;
import io.atmoshub.web.session.LineDiff.Line;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    @Test
    void aChangedLineIsOneRemovedAndOneAdded() {
        assertThat(LineDiff.between("a\nb\nc\n", "a\nB\nc\n"))
                .containsExactly(
                        new Line(Kind.SAME, 1, 1, "a"),
                        new Line(Kind.REMOVED, 2, 0, "b"),
                        new Line(Kind.ADDED, 0, 2, "B"),
                        new Line(Kind.SAME, 3, 3, "c"));
    }

    @Test
    void aNewFileIsAllAdded() {
        assertThat(LineDiff.between("", "a\nb\n")).extracting(Line::kind).containsExactly(Kind.ADDED, Kind.ADDED);
    }

    @Test
    void farFromChangesLinesAreLeftOut() {
        String before = IntStream.range(0, 50).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));

        List<Line> lines = LineDiff.between(before, before.replace("line 25", "changed"));

        assertThat(lines).hasSize(1 + 3 + 2 + 3 + 1);
        assertThat(lines.getFirst().kind()).isEqualTo(Kind.GAP);
        assertThat(lines.getLast().kind()).isEqualTo(Kind.GAP);
    }

    @Test
    void movedBlocksKeepTheirCommonLines() {
        List<Line> lines = LineDiff.between("x\na\nb\nc\ny\n", "x\nb\nc\na\ny\n");

        assertThat(lines).filteredOn(line -> line.kind() == Kind.ADDED).hasSize(1);
        assertThat(lines).filteredOn(line -> line.kind() == Kind.REMOVED).hasSize(1);
    }

    @Test
    void aVeryLargeChangeIsShownAsReplaced() {
        String before = "a\n".repeat(3_000);
        String after = "b\n".repeat(3_000);

        assertThat(LineDiff.between(before, after)).hasSize(6_000);
    }

    @Test
    void equalTextsHaveNoLines() {
        assertThat(LineDiff.between("a\nb", "a\nb")).extracting(Line::kind).containsOnly(Kind.GAP);
    }
}
