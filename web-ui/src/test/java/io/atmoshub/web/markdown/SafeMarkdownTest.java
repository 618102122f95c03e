package io.atmoshub.web.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeMarkdownTest {
    @Test
    void rendersWhatPeopleExpect() {
        String html = SafeMarkdown.html("""
                # Title
                Some **bold** and `code`.

                | a | b |
                |---|--:|
                | 1 | 2 |
                """);

        assertThat(html).contains("<h1>Title</h1>", "<strong>bold</strong>", "<code>code</code>");
        assertThat(html).contains("<th>a</th>", "<td class=\"right\">2</td>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "text <b onmouseover=alert(1)>bold</b>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java&#115;cript:alert(1))",
                "[x](java&Tab;script:alert(1))",
                "[x](<java\nscript:alert(1)>)",
                "[x](  javascript:alert(1))",
                "[x](\u0001javascript:alert(1))",
                "[x](vbscript:msgbox)",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](file:///etc/passwd)",
                "[x](blob:https://example.org/1)",
                "<javascript:alert(1)>",
                "[x]: javascript:alert(1)\n\n[x]",
                "![x](javascript:alert(1))",
                "![x](data:image/svg+xml,<svg onload=alert(1)>)",
                "[![x](https://evil.example/p.png)](javascript:alert(1))",
                "![x](https://evil.example/pixel.png)",
                "[x](https://bank.example@evil.example/ \"onmouseover=alert(1)\")",
                "[x](https://e.example/\"onmouseover=\"alert(1))",
                "```\"><script>alert(1)</script>\nx\n```",
                "```yaml onmouseover=alert(1)\nx\n```",
                "```x\"onclick=alert(1)\nx\n```",
                "`<script>alert(1)</script>`",
                "|<img src=x onerror=alert(1)>|b|\n|-|-|\n|[x](javascript:alert(1))|<script>|",
                "- <details open ontoggle=alert(1)>\n  > <iframe src=//evil.example>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "<!-- --><style>*{background:url(//evil.example)}</style>",
                "<form action=//evil.example><button>",
                "<base href=//evil.example><meta http-equiv=refresh content=0>",
                "**<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>**",
            })
    void nothingHostileSurvives(String markdown) {
        assertHarmless(SafeMarkdown.html(markdown));
        assertHarmless(SafeMarkdown.line(markdown));
    }

    private static void assertHarmless(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        assertThat(page.select("script, style, iframe, object, embed, img, svg, math, form, base, meta, link, input"))
                .isEmpty();
        for (Element element : page.body().getAllElements()) {
            element.attributes().forEach(attribute -> {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                assertThat(name).isIn("href", "title", "target", "rel", "class", "type", "tabindex", "start");
                if (name.equals("href")) {
                    assertThat(attribute.getValue()).matches("(?i)(https?|mailto):.*");
                }
            });
        }
    }

    @Test
    void linksShowWhereTheyLeadAndLeaveTheHubAlone() {
        Element link = Jsoup.parse(SafeMarkdown.html("[docs](https://example.org/a?b=1)"))
                .selectFirst("a");

        assertThat(link.attr("href")).isEqualTo("https://example.org/a?b=1");
        assertThat(link.attr("title")).isEqualTo("https://example.org/a?b=1");
        assertThat(link.attr("target")).isEqualTo("_blank");
        assertThat(link.attr("rel")).contains("noopener");
    }

    @Test
    void aRelativeLinkIsOnlyWords() {
        assertThat(SafeMarkdown.html("[log out](/auth/logout)")).isEqualTo("<p>log out</p>\n");
    }

    @Test
    void aHostBehindAUserNameIsNoLink() {
        assertThat(SafeMarkdown.html("[bank](https://bank.example@evil.example/)"))
                .doesNotContain("<a");
    }

    @Test
    void anInternationalHostIsShownAsTheBrowserWillAskForIt() {
        assertThat(SafeMarkdown.html("[x](https://example.org/%E2%80%AEgpj)")).doesNotContain("\u202E");
    }

    @Test
    void aRemoteImageIsALinkAndNeverLoaded() {
        assertThat(SafeMarkdown.html("![a chart](https://evil.example/pixel.png)"))
                .doesNotContain("<img")
                .contains("<a href=\"https://evil.example/pixel.png\"", ">a chart</a>");
    }

    @Test
    void turnedDirectionsAreShownInsteadOfObeyed() {
        String html = SafeMarkdown.html("run invoice\u202Egpj.exe and \u2066x\u2069");

        assertThat(html).doesNotContain("\u202E", "\u2066", "\u2069").contains("\uFFFD");
    }

    @Test
    void codeHasItsLanguageItsFileAndACopyButton() {
        String html = SafeMarkdown.html("```yaml stacks/prod.yaml\na: <1>\n```");

        assertThat(html).contains("<span class=\"file\">stacks/prod.yaml</span>", "<span class=\"lang\">yaml</span>");
        assertThat(html).contains("class=\"copy\"", "class=\"language-yaml\"", "a: &lt;1&gt;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml:stacks/prod.yaml", "yaml title=\"stacks/prod.yaml\"", "yaml file=stacks/prod.yaml"})
    void aFileCanBeNamedInTheUsualWays(String info) {
        assertThat(CodeBlock.Label.of(info)).isEqualTo(new CodeBlock.Label("yaml", "stacks/prod.yaml"));
    }

    @Test
    void longCodeFolds() {
        assertThat(SafeMarkdown.html("```\n" + "line\n".repeat(50) + "```")).contains("code long", "Show all 50 lines");
    }

    @Test
    void indentedCodeIsCodeToo() {
        assertThat(SafeMarkdown.html("    terraform plan\n")).contains("<figure class=\"code\">", "terraform plan");
    }

    @Test
    void aLineHasNoParagraph() {
        assertThat(SafeMarkdown.line("Read `a.yaml`")).isEqualTo("Read <code>a.yaml</code>");
    }

    @Test
    void aLineThatIsABlockIsPlainText() {
        assertThat(SafeMarkdown.line("# no <b>title</b>")).isEqualTo("# no &lt;b&gt;title&lt;/b&gt;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "[", "> ", "- ", "`", "![", "<", "**a ", "_a*", "&#", "|"})
    void hugeAndNestedTextIsRenderedInTime(String part) {
        long start = System.nanoTime();

        String html = SafeMarkdown.html(part.repeat(200_000 / part.length()) + "end");

        assertThat(html).contains("end");
        assertHarmless(html);
        assertThat((System.nanoTime() - start) / 1_000_000_000.0).isLessThan(10);
    }
}
