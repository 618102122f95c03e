package io.atmoshub.cli.ai;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.WithHub;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.model.ProviderChange;
import io.atmoshub.hub.session.SessionFilter;
import io.atmoshub.hub.token.Scope;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which models there are, and asking one of them.
class ModelsTest extends WithHub {
    @BeforeEach
    void anaIsLoggedIn() {
        logIn("ana", Scope.READ, Scope.CHAT);
    }

    private void connect() {
        hub.as("admin").models().set("anthropic", ProviderChange.withKey("sk-ant-0123456789abcd"));
        hub.as("admin")
                .models()
                .set("ollama", new ProviderChange(true, null, null, null, List.of("llama3"), null, 4096, 600, 3));
    }

    @Test
    void withoutAProviderTheListSaysHowToConnectOne() {
        var played = play();

        assertThat(played.run("ai", "models")).isZero();

        assertThat(played.out()).contains("built-in/assistant", "Built-in assistant");
        assertThat(played.err()).contains("ATMOS_HUB_ANTHROPIC_API_KEY");
    }

    @Test
    void theListShowsWhatAModelCanHoldAndCosts() {
        connect();
        var played = play();

        assertThat(played.run("ai", "models")).isZero();

        assertThat(played.out())
                .contains("anthropic/claude-sonnet-4-5-20250929", "200,000 tokens", "$3 in, $15 out a million")
                .contains("ollama/llama3");
        assertThat(played.err()).isEmpty();
        var json = play();
        assertThat(json.run("ai", "models", "--json")).isZero();
        assertThat(json.out()).contains("\"ref\"", "contextWindow");
    }

    @Test
    void aQuestionNamesItsProviderOrItsModel() {
        connect();

        assertThat(play().run("ai", "ask", "--provider", "anthropic", "hello")).isZero();
        assertThat(last()).isEqualTo(new ModelRef("anthropic/claude-sonnet-4-5-20250929"));
        assertThat(play().run("ai", "ask", "-s", "last", "--model", "llama3", "hello"))
                .isZero();
        assertThat(last()).isEqualTo(new ModelRef("ollama/llama3"));
        assertThat(play().run("ai", "ask", "-s", "last", "--model", "ollama/llama3", "hello"))
                .isZero();
        var played = play();
        assertThat(played.run("ai", "ask", "--provider", "openai", "--model", "gpt-5", "hello"))
                .isEqualTo(1);
        assertThat(played.err()).contains("openai/gpt-5", "atmos ai models");
    }

    @Test
    void withoutAHubThereIsNoProvider() {
        assertThat(play().run("hub", "logout")).isZero();
        var played = play();

        assertThat(played.run("ai", "ask", "--provider", "anthropic", "hello")).isEqualTo(1);
        assertThat(played.err()).contains("atmos hub login");
    }

    private ModelRef last() {
        return hub.as("ana")
                .sessions()
                .list(SessionFilter.ALL, PageRequest.first(1))
                .items()
                .getFirst()
                .model();
    }
}
