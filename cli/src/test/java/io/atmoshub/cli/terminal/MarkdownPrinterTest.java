package io.atmoshub.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Markdown on a terminal, piece by piece.
class MarkdownPrinterTest {
    private static final String TEXT =
            "# Title\nSome **bold** and `code` 2 * 3\n```hcl\na = \"**\"\n# no heading\n```\n- end";

    @Test
    void withoutColoursItStaysAsItIs() {
        assertThat(printed(false, TEXT)).isEqualTo(TEXT + "\n");
    }

    @Test
    void withColoursItIsShown() {
        assertThat(plain(printed(true, TEXT)))
                .isEqualTo("Title\nSome bold and code 2 * 3\n    a = \"**\"\n    # no heading\n- end\n");
        assertThat(printed(true, "# Title")).contains("\033[1mTitle");
        assertThat(printed(true, "a `b`")).contains("\033[36mb");
    }

    @Test
    void howItIsCutDoesNotMatter() {
        String whole = plain(printed(true, TEXT));
        for (int size = 1; size < 8; size++) {
            String[] pieces = TEXT.split("(?<=\\G.{" + size + "})(?s)");
            assertThat(plain(printed(true, pieces))).isEqualTo(whole);
        }
        assertThat(plain(printed(true, TEXT.split("")))).isEqualTo(whole);
    }

    @Test
    void whatIsOpenAtTheEndIsShown() {
        assertThat(plain(printed(true, "a *"))).isEqualTo("a *\n");
        assertThat(plain(printed(true, "##"))).isEqualTo("##\n");
        assertThat(plain(printed(true, "```\ncode"))).isEqualTo("    code\n");
    }

    private static String plain(String text) {
        return text.replaceAll("\033\\[\\d+m", "");
    }

    private static String printed(boolean coloured, String... pieces) {
        var bytes = new ByteArrayOutputStream();
        var printer = new MarkdownPrinter(new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), coloured));
        for (String piece : pieces) {
            printer.print(piece);
        }
        printer.end();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
