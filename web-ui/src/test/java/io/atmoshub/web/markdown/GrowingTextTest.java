package io.atmoshub.web.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.web.markdown.GrowingText.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowingTextTest {
    private final GrowingText text = new GrowingText();

    private List<Step> write(String piece) {
        text.put(text.text().length(), piece);
        return text.steps();
    }

    @Test
    void theOpenParagraphIsShownAnew() {
        assertThat(write("Hello")).containsExactly(new Step.Open("<p>Hello</p>\n"));
        assertThat(write(" **world**")).containsExactly(new Step.Open("<p>Hello <strong>world</strong></p>\n"));
    }

    @Test
    void aFinishedParagraphIsKeptAndNeverSentAgain() {
        write("One.\n\n");

        assertThat(write("Two."))
                .containsExactly(new Step.Keep("<p>One.</p>\n", false), new Step.Open("<p>Two.</p>\n"));
        assertThat(write(" More.")).containsExactly(new Step.Open("<p>Two. More.</p>\n"));
    }

    @Test
    void nothingNewMeansNothingToDo() {
        write("Hello");

        assertThat(text.steps()).isEmpty();
    }

    @Test
    void finishedItemsJoinTheirList() {
        assertThat(write("- one\n- two"))
                .containsExactly(
                        new Step.Keep("<ul>\n<li>one</li>\n</ul>\n", false),
                        new Step.Open("<ul>\n<li>two</li>\n</ul>\n"));
        assertThat(write("\n- three"))
                .containsExactly(
                        new Step.Keep("<ul>\n<li>two</li>\n</ul>\n", true),
                        new Step.Open("<ul>\n<li>three</li>\n</ul>\n"));
    }

    @Test
    void codeGrowsByItsNewLines() {
        write("```yaml\na: 1\n");

        assertThat(write("b: <2>\n")).containsExactly(new Step.Grow("b: <2>\n"));
        assertThat(write("```\n")).singleElement().isInstanceOf(Step.Open.class);
    }

    @Test
    void codeThatStopsAmidALineGoesOnInThatLine() {
        assertThat(write("```yaml\na:"))
                .singleElement()
                .satisfies(open -> assertThat(((Step.Open) open).html()).contains("a:</code>"));

        assertThat(write(" 1\n")).containsExactly(new Step.Grow(" 1\n"));
    }

    @Test
    void aPieceAtAnEarlierPlaceReplacesTheRest() {
        write("Hello wrold");

        text.put(6, "world");

        assertThat(text.text()).isEqualTo("Hello world");
        assertThat(text.steps()).containsExactly(new Step.Restart(), new Step.Open("<p>Hello world</p>\n"));
    }

    @Test
    void theSamePieceTwiceIsOnePiece() {
        write("Hello");
        text.put(0, "Hello");

        assertThat(text.steps()).isEmpty();
    }

    @Test
    void aPieceBehindAGapWaitsForTheFinishedBlock() {
        write("Hello");
        text.put(10, "late");

        assertThat(text.text()).isEqualTo("Hello");
    }

    @Test
    void whatWasKeptAndWhatIsOpenMakeUpTheWholeText() {
        String whole = "Intro.\n\n## Head\n\n1. one\n2. two\n\n```go\nfunc main() {}\n```\n\nLast `words`.";
        StringBuilder seen = new StringBuilder();
        String open = "";
        for (String piece : whole.split("(?<=\\G.{3})", 0)) {
            for (Step step : write(piece)) {
                switch (step) {
                    case Step.Keep(String html, boolean joins) -> {
                        seen.append(html);
                        open = "";
                    }
                    case Step.Open(String html) -> open = html;
                    case Step.Grow(String more) -> open += more;
                    case Step.Restart() -> seen.setLength(0);
                }
            }
        }

        assertThat((seen + open).replaceAll("<[^>]+>|\\s", ""))
                .isEqualTo(SafeMarkdown.html(whole).replaceAll("<[^>]+>|\\s", ""));
    }

    @Test
    void bytesPerCharacterStayFlatAsAnAnswerGrows() {
        assertThat(bytesFor(15_000, "A sentence of some words that goes on. ")).isLessThan(12 * 15_000);
        assertThat(bytesFor(15_000, "A paragraph.\n\n- item\n- item\n\n")).isLessThan(12 * 15_000);
        assertThat(bytesFor(15_000, "- an item of a very long list\n")).isLessThan(12 * 15_000);
        assertThat(bytesFor(15_000, "```\ncode line\ncode line\n```\n\n")).isLessThan(30 * 15_000);
        assertThat(bytesFor(15_000, "| a | b |\n|---|---|\n| 1 | 2 |\n")).isLessThan(30 * 15_000);
    }

    private static long bytesFor(int length, String unit) {
        var growing = new GrowingText();
        String whole = unit.repeat(length / unit.length());
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < whole.length(); i += 20) {
            growing.put(i, whole.substring(i, Math.min(whole.length(), i + 20)));
            steps.addAll(growing.steps());
        }
        return steps.stream()
                .mapToLong(step -> switch (step) {
                    case Step.Keep(String html, boolean joins) -> html.length();
                    case Step.Open(String html) -> html.length();
                    case Step.Grow(String more) -> more.length();
                    case Step.Restart() -> 0;
                })
                .sum();
    }
}
