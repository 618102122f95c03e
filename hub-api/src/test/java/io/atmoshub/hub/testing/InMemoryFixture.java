package io.atmoshub.hub.testing;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.people.Invitation;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.SessionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The hub in memory for contracts: a new one each time.
public final class InMemoryFixture implements Fixture {
    private final InMemoryHub hub = InMemoryHub.withPeople();
    private final Path folder;
    private final Path root;
    private int asked;

    public InMemoryFixture(Path folder) throws IOException {
        this.folder = folder;
        this.root = Files.createDirectories(folder.resolve("roots"));
        hub.withProjectRoot(root);
        hub.assistant().when(text -> text.startsWith("write file "), stage -> {
            boolean allowed = stage.askToWrite(stage.message().substring(11), null, "text\n");
            stage.say(allowed ? "Written." : "Left alone.");
        });
    }

    public InMemoryHub hub() {
        return hub;
    }

    @Override
    public Hub as(Cast who) {
        return hub.as(who.login());
    }

    @Override
    public Hub signIn(String login, String password) {
        return hub.signIn(login, password);
    }

    @Override
    public void join(Invitation invitation, String password) {
        hub.join(invitation.path().substring("join/".length()), password);
    }

    @Override
    public Hub withToken(String secret) {
        return hub.withToken(secret);
    }

    @Override
    public ProjectId project() {
        return hub.project("acme").id();
    }

    @Override
    public String newFolder() {
        return newFolder(root);
    }

    @Override
    public String folderOutside() {
        return newFolder(folder);
    }

    @Override
    public String messageThatAsks() {
        return "write file notes-%d.md".formatted(++asked);
    }

    @Override
    public boolean spend(Cast who, SessionId session, Spending spending) {
        hub.spend(who.login(), session, spending);
        return true;
    }

    @Override
    public boolean mirror(Cast who, String address, String content) {
        hub.mirror(who.login(), address, content);
        return true;
    }

    private static String newFolder(Path in) {
        try {
            return Files.createTempDirectory(in, "folder").toRealPath().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
