package io.atmoshub.assistant.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final Optional<String> NOTES = Optional.of("docs/notes.md");

    @Test
    void readingIsAllowedAndWritingAsks() {
        assertThat(Policy.builtIn().ruling("file_read", NOTES).verb()).isEqualTo(Verb.ALLOW);
        assertThat(Policy.builtIn().ruling("file_write", NOTES).verb()).isEqualTo(Verb.PROMPT);
    }

    @Test
    void whatNoRuleNamesAsks() {
        assertThat(Policy.builtIn().ruling("terraform_apply", Optional.empty()).verb())
                .isEqualTo(Verb.PROMPT);
    }

    @Test
    void aGrantLiftsTheBuiltInPromptForItsPathsOnly() {
        Policy policy = with(Rule.grant("g1", "file_write(docs/**)"));

        assertThat(policy.ruling("file_write", NOTES).verb()).isEqualTo(Verb.ALLOW);
        assertThat(policy.ruling("file_write", NOTES).rule().cited()).isEqualTo("grant@g1: allow file_write(docs/**)");
        assertThat(policy.ruling("file_write", Optional.of("stacks/a.yaml")).verb())
                .isEqualTo(Verb.PROMPT);
        assertThat(policy.ruling("file_write", Optional.empty()).verb()).isEqualTo(Verb.PROMPT);
    }

    @Test
    void denyBeatsPromptBeatsAllow() {
        Rule allow = Rule.of(Layer.ORGANISATION, "r1", Verb.ALLOW, "file_write");
        Rule prompt = Rule.of(Layer.ORGANISATION, "r1", Verb.PROMPT, "file_write(docs/**)");
        Rule deny = Rule.of(Layer.PROJECT, "p1", Verb.DENY, "file_*(docs/notes.md)");

        assertThat(with(allow).ruling("file_write", NOTES).verb()).isEqualTo(Verb.ALLOW);
        assertThat(with(allow, prompt).ruling("file_write", NOTES).verb()).isEqualTo(Verb.PROMPT);
        assertThat(with(allow, prompt, deny).ruling("file_write", NOTES).rule()).isEqualTo(deny);
    }

    @Test
    void nothingLoosensWhatTheOrganisationSays() {
        Rule asks = Rule.of(Layer.ORGANISATION, "r2", Verb.PROMPT, "file_write");

        assertThat(with(asks, Rule.grant("g", "file_write"), Rule.of(Layer.PROJECT, "p", Verb.ALLOW, "file_write"))
                        .ruling("file_write", NOTES)
                        .rule())
                .isEqualTo(asks);
    }

    @Test
    void aProjectTightensAndNeverLoosens() {
        Policy loose = with(Rule.of(Layer.PROJECT, "p", Verb.ALLOW, "*"));
        Policy tight = with(Rule.of(Layer.PROJECT, "p", Verb.DENY, "file_read(secrets/**)"));

        assertThat(loose.ruling("file_write", NOTES).verb()).isEqualTo(Verb.PROMPT);
        assertThat(loose.ruling("anything", NOTES).verb()).isEqualTo(Verb.PROMPT);
        assertThat(tight.ruling("file_read", Optional.of("secrets/a.yaml")).verb())
                .isEqualTo(Verb.DENY);
    }

    @Test
    void alwaysMeansTheFolderOrTheFileAtTheRoot() {
        assertThat(Rule.alwaysForm("file_write", NOTES)).isEqualTo("file_write(docs/**)");
        assertThat(Rule.alwaysForm("file_write", Optional.of("ATMOS.md"))).isEqualTo("file_write(ATMOS.md)");
        assertThat(Rule.alwaysForm("other", Optional.empty())).isEqualTo("other");
    }

    @Test
    void aFolderThatIsCalledLikeAPatternIsGrantedAndNoOther() {
        for (String folder : List.of("**", "*", "[a-z]", "{docs,stacks}", "x/**/y", "**/".repeat(300) + "z")) {
            Optional<String> file = Optional.of(folder + "/notes.md");
            Policy policy = with(Rule.grant("g", Rule.alwaysForm("file_write", file)));

            assertThat(policy.ruling("file_write", file).verb()).as(folder).isEqualTo(Verb.ALLOW);
            for (String other : List.of("docs/notes.md", "stacks/a.yaml", "a/b", "x/a/y/b", "notes.md")) {
                assertThat(policy.ruling("file_write", Optional.of(other)).verb())
                        .as(folder + " and " + other)
                        .isEqualTo(Verb.PROMPT);
            }
        }
    }

    @Test
    void aToolIsClosedOnlyWhenEveryCallOfItIsDenied() {
        Policy policy = Policy.builtIn().with(Document.organisation("r1", """
                blocked_tools: [file_write]
                policies:
                  - {tools: [file_read], permission: deny, environments: [prod]}
                  - {tools: [atmos_terraform_apply], permission: prompt, environments: [dev]}
                """));

        assertThat(policy.closes("file_write")).isTrue();
        assertThat(policy.closes("atmos_terraform_destroy")).isTrue();
        assertThat(policy.closes("atmos_terraform_apply")).isFalse();
        assertThat(policy.closes("file_read")).isFalse();
    }

    private static Policy with(Rule... rules) {
        return Policy.builtIn().with(List.of(rules));
    }
}
