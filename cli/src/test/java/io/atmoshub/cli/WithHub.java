package io.atmoshub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.client.testing.LoopbackHub;
import io.atmoshub.hub.testing.InMemoryHub;
import io.atmoshub.hub.token.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A hub on this machine, and somebody with an empty home.
public abstract class WithHub {
    @TempDir
    protected Path home;

    @TempDir
    protected Path folder;

    protected final InMemoryHub hub = InMemoryHub.withPeople();
    protected LoopbackHub server;

    @BeforeEach
    void serve() throws Exception {
        server = LoopbackHub.serving(hub);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    protected Played play() {
        return new Played(home, folder);
    }

    protected void logIn(String login, Scope... scopes) {
        String token = hub.token(login, scopes);
        assertThat(play().input(token + "\n")
                        .run("hub", "login", server.address().toString(), "--token-stdin"))
                .isZero();
    }

    protected Path credentials() {
        return home.resolve(".config/atmos-hub/credentials.json");
    }

    protected Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }
}
