package io.atmoshub.assistant.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlMapping;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            polices: []                                            | 1:1 | Did you mean "policies"?
            permission_mode: prmpt                                 | 1:18 | Did you mean "prompt"?
            'policies: [{tools: [a], permission: dney}]'           | 1:37 | Did you mean "deny"?
            'policies: [{tools: [a], permission: deny, enviroments: [x]}]' | 1:43 | Did you mean "environments"?
            'policies: [{permission: deny}]'                       | 1:12 | Add "tools
            'policies: [{tools: ["a b"], permission: deny}]'       | 1:21 | Names have letters
            'policies: [{tools: ["аtmos_*"], permission: deny}]'   | 1:21 | Names have letters
            'policies: [{tools: [a], permission: deny, roles: [amin]}]' | 1:51 | Did you mean "admin"?
            'policies: [{tools: [a], permission: deny, approvers: 2}]' | 1:54 | Write "permission: prompt"
            'policies: [{tools: [a], permission: prompt, approvers: nobody}]' | 1:56 | Write "other"
            'policies: [{tools: [a], permission: prompt, approvers: 2, allow_always: true}]' | 1:73 | without approvers
            yolo_mode: maybe                                       | 1:12 | leaves it to each project
            enabled: sure                                          | 1:10 | Write one of them
            'policies: {a: b}'                                     | 1:11 | Begin each rule
            '[a, b]'                                               | 1:1 | Begin with a key
            """)
    void anErrorSaysWhereAndWhatIsMeant(String text, String place, String hint) {
        Document document = Document.organisation("r1", text);

        assertThat(document.hasErrors()).isTrue();
        PolicyFinding first = document.findings().getFirst();
        assertThat(first.line() + ":" + first.column()).isEqualTo(place);
        assertThat(first.hint()).contains(hint);
    }

    @Test
    void textThatIsNoYamlIsAnErrorWithItsPlace() {
        Document document = Document.organisation("r1", "policies:\n  - tools: [a\n    permission: deny\n");

        assertThat(document.hasErrors()).isTrue();
        assertThat(document.findings().getFirst().line()).isGreaterThan(1);
    }

    @Test
    void nothingWrittenIsNoRuleAndNoError() {
        assertThat(Document.organisation("r1", "# nothing yet\n")).isEqualTo(Document.empty(Layer.ORGANISATION));
    }

    @Test
    void theAtmosNamesOfTheListsAreTaken() {
        Document document = Document.organisation("r1", "ai:\n  tools:\n    allowed: [a]\n    blocked: [b]\n");

        assertThat(document.findings()).isEmpty();
        assertThat(document.rules())
                .extracting(Rule::cited)
                .containsExactly("organisation@r1 line 3: allow a", "organisation@r1 line 4: deny b");
    }

    @Test
    void aRuleIsCitedWithAllThatNarrowsIt() {
        Document document = Document.organisation("r3", """
                policies:
                  - tools: [file_write]
                    permission: prompt
                    paths: [stacks/**]
                    people: [ana]
                    arguments: {append: "true"}
                    approvers: other
                    reason: what is in prod is everybody's
                """);

        assertThat(document.findings()).isEmpty();
        assertThat(document.rules().getFirst().cited())
                .isEqualTo("organisation@r3 line 2: prompt file_write(stacks/**) for people ana where append is true"
                        + " (what is in prod is everybody's)");
    }

    @Test
    void whatAProjectAllowsIsToldToHaveNoEffect() {
        Document document = project("""
                allowed_tools: [file_write]
                require_confirmation: false
                yolo_mode: true
                policies:
                  - {tools: ["*"], permission: allow}
                """);

        assertThat(document.findings()).hasSize(4).noneMatch(PolicyFinding::error);
        assertThat(document.findings().getFirst().problem()).contains("no effect");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'policies: [{tools: [file_read], permission: dney}]'
            'policies: [{tools: [file_read], permission: deny, roles: [meber]}]'
            'policies: [{tools: [file_read], permission: deny, stacks: [{a: b}]}]'
            'policies: [{tools: [file_read], permission: deny, stcks: [prod]}]'
            'policies: [{tools: [file_read], permission: deny, arguments: [a]}]'
            'policies: [{tools: [file_read], permission: deny, paths: []}]'
            'policies: [{permission: deny}]'
            permission_mode: dney
            """)
    void whatIsWrongInAProjectsRuleMakesItStricter(String text) {
        Policy policy = Policy.builtIn().with(project(text));

        assertThat(policy.ruling("file_read", Optional.of("a.md")).verb()).isEqualTo(Verb.DENY);
    }

    @Test
    void aProjectWhoseRulesCantBeReadAsksForEverything() {
        Policy policy = Policy.builtIn()
                .with(Document.unreadable("p", "atmos.yaml:3:1: no YAML"))
                .with(List.of(Rule.grant("g", "file_read")));

        assertThat(policy.ruling("file_read", Optional.of("a.md")).verb()).isEqualTo(Verb.PROMPT);
    }

    @Test
    @Timeout(10)
    void aPatternThatIsMadeToTakeForeverDoesNot() {
        String evil = "*a".repeat(149) + "b";
        Policy policy = Policy.builtIn().with(Document.organisation("r1", """
                policies:
                  - {tools: ["%s"], permission: deny}
                  - {tools: [web_search], permission: deny, arguments: {query: "%s"}}
                """.formatted("*a".repeat(39) + "b", evil)));
        long begun = System.nanoTime();

        Ruling ruling = policy.ruling(Facts.of("web_search", Set.of("query"), Map.of("query", "a".repeat(20_000))));

        assertThat(ruling.verb()).isEqualTo(Verb.PROMPT);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void anArgumentTooLongToLookThroughCountsAsUnknown() {
        Policy policy = Policy.builtIn().with(Document.organisation("r1", """
                policies:
                  - {tools: [web_search], permission: allow}
                  - {tools: [web_search], permission: deny, arguments: {query: "*secret*"}}
                """));

        assertThat(policy.ruling(Facts.of("web_search", Set.of("query"), Map.of("query", "a".repeat(20_001))))
                        .verb())
                .isEqualTo(Verb.DENY);
    }

    private static Document project(String text) {
        return Document.project("p", (YamlMapping) Yaml.parse("atmos.yaml", text));
    }
}
