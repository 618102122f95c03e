package io.atmoshub.server.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.change.PendingFile;
import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.LoginName;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.session.BranchName;
import io.atmoshub.hub.session.Commit;
import io.atmoshub.hub.session.FileChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitBranchTest {
    private static final BranchName BRANCH = new BranchName("change/vpc");
    private static final String VPC = "stacks/catalog/vpc.yaml";
    private static final String BEFORE = "zones: 2\n";
    private static final Person ANA = new Person(
            PersonId.random(),
            new LoginName("ana"),
            new DisplayName("Ana Lima"),
            Role.MEMBER,
            true,
            true,
            Instant.EPOCH,
            Instant.EPOCH);

    @TempDir
    Path folder;

    private Git git;

    @BeforeEach
    void aRepository() throws Exception {
        git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
        write(VPC, BEFORE);
        write("README.md", "Read me\n");
        commitAll();
    }

    @AfterEach
    void close() {
        git.close();
    }

    @Test
    void theBranchHasTheFilesAndNothingElseMoves() throws Exception {
        String head = git.getRepository().resolve("HEAD").name();

        Commit made = commit(List.of(changed("zones: 3\n"), added("docs/why.md", "Because\n")), Optional.empty());

        assertThat(read("change/vpc", VPC)).isEqualTo("zones: 3\n");
        assertThat(read("change/vpc", "docs/why.md")).isEqualTo("Because\n");
        assertThat(read("change/vpc", "README.md")).isEqualTo("Read me\n");
        assertThat(git.getRepository().resolve("change/vpc").name()).isEqualTo(made.id());
        assertThat(git.getRepository().resolve("HEAD").name()).isEqualTo(head);
        assertThat(folder.resolve(VPC)).hasContent("zones: 2");
        assertThat(git.status().call().isClean()).isTrue();
    }

    @Test
    void itSaysWhoAskedForItAndThatTheAssistantHadAPart() throws Exception {
        commit(List.of(changed("zones: 3\n")), Optional.empty());

        RevCommit newest = newest();
        assertThat(newest.getAuthorIdent().getName()).isEqualTo("Ana Lima");
        assertThat(newest.getCommitterIdent().getName()).isEqualTo("Atmos Hub");
        assertThat(newest.getFullMessage())
                .isEqualTo("Three zones\n\nGenerated with Atmos AI\nCo-Authored-By: Atmos AI <ai@atmos.tools>\n");
        assertThat(newest.getParentCount()).isEqualTo(1);
    }

    @Test
    void theSessionsOwnBranchGrows() throws Exception {
        Commit first = commit(List.of(changed("zones: 3\n")), Optional.empty());

        commit(List.of(changed("zones: 4\n")), Optional.of(first));

        assertThat(read("change/vpc", VPC)).isEqualTo("zones: 4\n");
        assertThat(newest().getParent(0).name()).isEqualTo(first.id());
    }

    @Test
    void somebodyElsesBranchIsLeftAlone() throws Exception {
        git.branchCreate().setName("change/vpc").call();
        String was = git.getRepository().resolve("change/vpc").name();

        assertConflict(() -> commit(List.of(changed("zones: 3\n")), Optional.empty()), "Choose another name");

        assertThat(git.getRepository().resolve("change/vpc").name()).isEqualTo(was);
    }

    @Test
    void aBranchThatIsCheckedOutIsLeftAlone() throws Exception {
        Commit first = commit(List.of(changed("zones: 3\n")), Optional.empty());
        git.checkout().setName("change/vpc").call();

        assertConflict(() -> commit(List.of(changed("zones: 4\n")), Optional.of(first)), "Choose another name");
    }

    @Test
    void uncommittedWorkOfOthersIsNotCommittedAlong() throws Exception {
        write(VPC, "zones: 2\nby: hand\n");
        var file = new PendingFile(VPC, FileChange.hash("zones: 2\nby: hand\n"), "zones: 3\nby: hand\n", null);

        assertConflict(() -> commit(List.of(file), Optional.empty()), "Commit those first");
    }

    @Test
    void aRepositoryWithoutACommitGetsItsFirst(@TempDir Path empty) throws Exception {
        try (Git fresh = Git.init().setDirectory(empty.toFile()).call()) {
            new GitBranch(empty, BRANCH).commit(List.of(added("a.md", "a\n")), "First\n", ANA, Optional.empty());

            assertThat(fresh.getRepository().resolve("change/vpc")).isNotNull();
        }
    }

    @Test
    void whatTheRepositoryWouldRunIsNotRun() throws Exception {
        Path trace = folder.resolve("ran");
        for (String hook : List.of("pre-commit", "commit-msg", "post-commit", "reference-transaction")) {
            Path script = folder.resolve(".git/hooks").resolve(hook);
            Files.createDirectories(script.getParent());
            Files.writeString(script, "#!/bin/sh\ntouch " + trace + "\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
        }
        var config = git.getRepository().getConfig();
        config.setString("filter", "evil", "clean", "touch " + trace);
        config.save();

        commit(List.of(changed("zones: 3\n"), added(".gitattributes", "* filter=evil\n")), Optional.empty());

        assertThat(trace).doesNotExist();
    }

    @Test
    void aFileThatOnlyPointsToARepositoryIsNone(@TempDir Path elsewhere) throws Exception {
        Files.writeString(elsewhere.resolve(".git"), "gitdir: " + folder.resolve(".git") + "\n");

        assertThat(GitBranch.possible(elsewhere)).isFalse();
        assertConflict(
                () -> new GitBranch(elsewhere, BRANCH)
                        .commit(List.of(added("a.md", "a\n")), "First\n", ANA, Optional.empty()),
                "Apply the files");
    }

    private Commit commit(List<PendingFile> files, Optional<Commit> own) {
        return new GitBranch(folder, BRANCH).commit(files, CommitText.of("Three zones"), ANA, own);
    }

    private static PendingFile changed(String content) {
        return new PendingFile(VPC, FileChange.hash(BEFORE), content, null);
    }

    private static PendingFile added(String path, String content) {
        return new PendingFile(path, null, content, null);
    }

    private static void assertConflict(ThrowingCallable call, String hint) {
        assertThatThrownBy(call).isInstanceOfSatisfying(HubException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
            assertThat(refusal.hint()).contains(hint);
        });
    }

    private RevCommit newest() throws IOException {
        try (RevWalk walk = new RevWalk(git.getRepository())) {
            RevCommit commit = walk.parseCommit(git.getRepository().resolve("change/vpc"));
            walk.parseBody(commit);
            return commit;
        }
    }

    private @Nullable String read(String revision, String path) throws IOException {
        ObjectId tree = git.getRepository().resolve(revision + "^{tree}");
        try (TreeWalk found = TreeWalk.forPath(git.getRepository(), path, tree)) {
            return found == null
                    ? null
                    : new String(
                            git.getRepository().open(found.getObjectId(0)).getBytes(),
                            java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void commitAll() throws Exception {
        git.add().addFilepattern(".").call();
        git.commit()
                .setMessage("begin")
                .setAuthor("T", "t@example.com")
                .setCommitter("T", "t@example.com")
                .setSign(false)
                .call();
    }
}
