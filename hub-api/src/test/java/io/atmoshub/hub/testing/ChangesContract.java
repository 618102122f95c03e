package io.atmoshub.hub.testing;

import static io.atmoshub.hub.ErrorCode.CONFLICT;
import static io.atmoshub.hub.ErrorCode.INVALID_INPUT;
import static io.atmoshub.hub.ErrorCode.NOT_ALLOWED;
import static io.atmoshub.hub.ErrorCode.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.change.ChangedFile;
import io.atmoshub.hub.change.NewCommit;
import io.atmoshub.hub.change.ShownFile;
import io.atmoshub.hub.project.NewProject;
import io.atmoshub.hub.project.ProjectName;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.BranchName;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.token.NewToken;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.hub.token.TokenName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What {@link io.atmoshub.hub.change.Changes} promises.
public abstract class ChangesContract extends Contract {
    private Path folder;
    private SessionId id;

    @BeforeEach
    void aSessionInAProjectOfItsOwn() {
        String path = fixture.newFolder();
        folder = Path.of(path);
        var project = admin.projects()
                .register(new NewProject(new ProjectName(unique("changed")), path))
                .id();
        id = ana.sessions()
                .create(new NewSession(project, null, Visibility.SHARED))
                .id();
    }

    @Test
    void aSessionThatWroteNothingHasNoChanges() {
        assertThat(vic.changes().of(id).files()).isEmpty();
        assertThat(vic.changes().of(id).git()).isFalse();
    }

    @Test
    void whatIsWrittenWaitsOutsideTheProject() {
        ChangedFile file = written();

        assertThat(file.state()).isEqualTo(ChangedFile.State.ADDED);
        assertThat(file.change().before()).isNull();
        assertThat(file.commit()).isNull();
        assertThat(folder.resolve(file.path())).doesNotExist();
        assertThat(vic.changes().of(id).files()).containsExactly(file);
    }

    @Test
    void appliedFilesAreInTheProjectAndNoLongerTheSessions() {
        ChangedFile file = written();

        assertThat(ana.changes().apply(id, List.of(file.shown())).files()).isEmpty();

        assertThat(folder.resolve(file.path())).hasContent(file.change().after());
        assertThat(newest(Happening.FilesApplied.class).paths()).containsExactly(file.path());
        assertRefused(CONFLICT, () -> ana.changes().apply(id, List.of(file.shown())));
    }

    @Test
    void discardedFilesAreForgotten() {
        ChangedFile file = written();

        assertThat(ada.changes().discard(id, List.of(file.shown())).files()).isEmpty();

        assertThat(folder.resolve(file.path())).doesNotExist();
        assertThat(newest(Happening.FilesDiscarded.class).paths()).containsExactly(file.path());
    }

    @Test
    void aFileThatSomebodyMadeMeanwhileIsNotOverwritten() throws IOException {
        ChangedFile file = written();
        ChangedFile other = written();
        put(file.path(), "by hand\n");

        assertThat(state(file)).isEqualTo(ChangedFile.State.CONFLICT);
        assertRefused(CONFLICT, () -> ana.changes().apply(id, List.of(other.shown(), file.shown())));

        assertThat(folder.resolve(file.path())).hasContent("by hand");
        assertThat(folder.resolve(other.path())).doesNotExist();
    }

    @Test
    void theSameContentMadeByHandIsNoConflict() throws IOException {
        ChangedFile file = written();
        put(file.path(), file.change().after());

        assertThat(state(file)).isEqualTo(ChangedFile.State.SAME);
        assertThat(ana.changes().apply(id, List.of(file.shown())).files()).isEmpty();
    }

    @Test
    void onlyWhatWasShownIsTaken() {
        ChangedFile file = written();

        assertRefused(CONFLICT, () -> ana.changes().apply(id, List.of(new ShownFile(file.path(), "0".repeat(64)))));
        assertRefused(CONFLICT, () -> ana.changes().discard(id, List.of(new ShownFile("other.md", file.hash()))));
        assertRefused(INVALID_INPUT, () -> ana.changes().apply(id, List.of()));
        assertThat(ana.changes().of(id).files()).containsExactly(file);
    }

    @Test
    void whoMayAnswerMayTake() {
        ChangedFile file = written();

        assertRefused(NOT_ALLOWED, () -> ben.changes().apply(id, List.of(file.shown())));
        assertRefused(NOT_ALLOWED, () -> vic.changes().discard(id, List.of(file.shown())));
        assertThat(ada.changes().apply(id, List.of(file.shown())).files()).isEmpty();
    }

    @Test
    void aFolderWithoutGitTakesNoCommit() {
        ChangedFile file = written();

        assertRefused(
                CONFLICT,
                () -> ana.changes()
                        .commit(id, new NewCommit(new BranchName("change/notes"), "Add notes", List.of(file.shown()))));
    }

    @Test
    void aBranchHasAPlainName() {
        for (String name : List.of("", "-f", "a..b", "a b", "a/", "x.lock", "HEAD", "a/.b", "é", "x".repeat(121))) {
            assertRefused(INVALID_INPUT, () -> new BranchName(name));
        }
        assertThat(new BranchName("change/vpc-3.1_a").value()).isEqualTo("change/vpc-3.1_a");
    }

    @Test
    void somebodyElsesSessionIsNotFound() {
        ana.sessions().share(id, Visibility.PRIVATE);

        assertRefused(NOT_FOUND, () -> ben.changes().of(id));
        assertRefused(NOT_FOUND, () -> ada.changes().discard(id, List.of(new ShownFile("a", "b"))));
    }

    @Test
    void aTokenNeedsTheScopes() {
        ChangedFile file = written();
        Hub reader = token(Scope.READ);

        assertThat(reader.changes().of(id).files()).containsExactly(file);
        assertRefused(NOT_ALLOWED, () -> reader.changes().apply(id, List.of(file.shown())));
        assertRefused(NOT_ALLOWED, () -> token(Scope.CHAT).changes().of(id));
    }

    private Hub token(Scope scope) {
        return fixture.withToken(ana.tokens()
                .issue(new NewToken(new TokenName(unique("token")), Set.of(scope), 1))
                .secret());
    }

    /// A file that the assistant wrote, with approval.
    private ChangedFile written() {
        List<String> before = paths();
        var follower = new Follower();
        try (var held = ana.sessions().follow(id, ana.sessions().get(id).lastSeq(), follower)) {
            assertThat(held).isNotNull();
            ana.sessions().say(id, Message.of(fixture.messageThatAsks()));
            fixture.work();
            var asked = follower.await(Happening.ApprovalAsked.class);
            Await.until("waiting", () -> ana.sessions().get(id).activity() == io.atmoshub.hub.session.Activity.WAITING);
            ana.sessions().answer(id, new Answer(asked.call(), asked.fingerprint(), Choice.ALLOW_ONCE, null));
            fixture.work();
            follower.awaitRuns(1);
        }
        return ana.changes().of(id).files().stream()
                .filter(file -> !before.contains(file.path()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> paths() {
        return ana.changes().of(id).files().stream().map(ChangedFile::path).toList();
    }

    private ChangedFile.State state(ChangedFile file) {
        return ana.changes().of(id).files().stream()
                .filter(each -> each.path().equals(file.path()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private <T extends Happening> T newest(Class<T> kind) {
        return ana.sessions().events(id, 0, 1_000).reversed().stream()
                .map(SessionEvent::what)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    private void put(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
