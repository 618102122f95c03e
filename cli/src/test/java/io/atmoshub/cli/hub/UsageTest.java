package io.atmoshub.cli.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.WithHub;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.testing.Spending;
import io.atmoshub.hub.token.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What models used, in the terminal.
class UsageTest extends WithHub {
    private Session session;

    @BeforeEach
    void anaAskedAModel() {
        logIn("ana", Scope.READ);
        session = hub.as("ana")
                .sessions()
                .create(new NewSession(hub.project("acme").id(), null, Visibility.SHARED));
    }

    @Test
    void withoutUsageItSaysSo() {
        var played = play();

        assertThat(played.run("hub", "usage")).isZero();

        assertThat(played.out()).isEmpty();
        assertThat(played.err()).contains("No model of a provider was used.");
    }

    @Test
    void sumsShowTokensAndDollars() {
        hub.spend("ana", session.id(), Spending.sonnet());
        hub.spend("ana", session.id(), Spending.llama());
        var played = play();

        assertThat(played.run("hub", "usage", "--by", "model")).isZero();

        assertThat(played.out())
                .contains("anthropic/claude-sonnet-4-5-20250929", "1,100,000 tokens", "$4.50")
                .contains("ollama/llama3", "(1 calls without a price)");
        var one = play();
        assertThat(one.run("hub", "usage", "--by", "person", "--model", "ollama/llama3", "--json"))
                .isZero();
        assertThat(one.out()).contains("\"Ana Lima\"", "\"estimated\"").doesNotContain("1000000");
    }

    @Test
    void nonsenseIsMisuse() {
        assertThat(play().run("hub", "usage", "--by", "moon")).isEqualTo(2);
        assertThat(play().run("hub", "usage", "--from", "yesterday")).isEqualTo(2);
        assertThat(play().run("hub", "usage", "--from", "2026-11-02", "--until", "2026-11-01"))
                .isEqualTo(1);
    }
}
