package io.atmoshub.server.change;

import static io.atmoshub.hub.ErrorCode.CONFLICT;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.atmoshub.hub.HubException;
import io.atmoshub.hub.change.PendingFile;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.session.BranchName;
import io.atmoshub.hub.session.Commit;
import io.atmoshub.hub.session.FileChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/// A branch of a project's own repository that takes a session's files. Only objects and this one branch are written:
/// no working file, no index, and nothing that the repository itself could have run (hooks, filters).
record GitBranch(Path folder, BranchName name) {
    private static final PersonIdent HUB = new PersonIdent("Atmos Hub", "hub@atmos-hub.invalid");

    static {
        GitEnvironment.none();
    }

    /// Whether the folder is a repository of its own. One that is only linked to from here (a file `.git`) could be
    /// anywhere.
    static boolean possible(Path folder) {
        return Files.isDirectory(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS);
    }

    /// On top of the session's own last commit on this branch, or else of what is checked out.
    Commit commit(List<PendingFile> files, String message, Person author, Optional<Commit> own) {
        if (!possible(folder)) {
            throw new HubException(
                    CONFLICT,
                    "The project's folder is no Git repository.",
                    "Apply the files to the folder instead, and commit them where the repository is.");
        }
        try (Repository repository = GitEnvironment.open(folder)) {
            @Nullable Ref there = repository.exactRef(Constants.R_HEADS + name);
            checkOurs(repository, there, own);
            @Nullable
            ObjectId parent = there == null ? repository.resolve(Constants.HEAD + "^{commit}") : there.getObjectId();
            try (ObjectInserter inserter = repository.newObjectInserter()) {
                ObjectId tree = tree(repository, inserter, parent, files, there != null);
                var commit = new CommitBuilder();
                commit.setTreeId(tree);
                if (parent != null) {
                    commit.setParentId(parent);
                }
                var ident =
                        new PersonIdent(author.name().value(), author.login().value() + "@atmos-hub.invalid");
                commit.setAuthor(ident);
                commit.setCommitter(new PersonIdent(HUB, ident.getWhenAsInstant()));
                commit.setEncoding(UTF_8);
                commit.setMessage(message);
                ObjectId made = inserter.insert(commit);
                inserter.flush();
                move(repository, there, made);
                return new Commit(name, made.name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("commit to %s in %s".formatted(name, folder), e);
        }
    }

    private void checkOurs(Repository repository, @Nullable Ref there, Optional<Commit> own) throws IOException {
        if (there == null) {
            return;
        }
        boolean ours = own.map(Commit::id).equals(Optional.of(ObjectId.toString(there.getObjectId())));
        if (!ours || Objects.equals(repository.getFullBranch(), there.getName())) {
            throw new HubException(
                    CONFLICT,
                    "There is a branch %s already, and its newest commit is not this session's.".formatted(name),
                    "Choose another name.");
        }
    }

    private ObjectId tree(
            Repository repository,
            ObjectInserter inserter,
            @Nullable ObjectId parent,
            List<PendingFile> files,
            boolean onOwnBranch)
            throws IOException {
        DirCache all = DirCache.newInCore();
        if (parent != null) {
            try (RevWalk walk = new RevWalk(repository)) {
                DirCacheBuilder builder = all.builder();
                builder.addTree(
                        new byte[0],
                        0,
                        repository.newObjectReader(),
                        walk.parseCommit(parent).getTree());
                builder.finish();
            }
        }
        DirCacheEditor editor = all.editor();
        for (PendingFile file : files) {
            @Nullable DirCacheEntry before = all.getEntry(file.path());
            if (!onOwnBranch) {
                checkBase(repository, file, before);
            }
            ObjectId content =
                    inserter.insert(Constants.OBJ_BLOB, file.content().getBytes(UTF_8));
            editor.add(new DirCacheEditor.PathEdit(file.path()) {
                @Override
                public void apply(DirCacheEntry entry) {
                    entry.setFileMode(before == null ? FileMode.REGULAR_FILE : before.getFileMode());
                    entry.setObjectId(content);
                }
            });
        }
        editor.finish();
        return all.writeTree(inserter);
    }

    /// What the session began with must be what was committed: other people's uncommitted work is not committed along.
    private static void checkBase(Repository repository, PendingFile file, @Nullable DirCacheEntry before)
            throws IOException {
        boolean plain = before == null || (before.getFileMode().getBits() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
        @Nullable
        String committed = before == null || !plain
                ? null
                : FileChange.hash(
                        new String(repository.open(before.getObjectId()).getBytes(), UTF_8));
        if (!plain || !Objects.equals(committed, file.baseHash())) {
            throw new HubException(
                    CONFLICT,
                    "%s is not committed as the session found it: the project's folder has other changes of it."
                            .formatted(file.path()),
                    "Commit those first, or apply the session's files to the folder.");
        }
    }

    private void move(Repository repository, @Nullable Ref there, ObjectId made) throws IOException {
        RefUpdate update = repository.updateRef(Constants.R_HEADS + name);
        update.setExpectedOldObjectId(there == null ? ObjectId.zeroId() : there.getObjectId());
        update.setNewObjectId(made);
        update.setRefLogIdent(HUB);
        update.setRefLogMessage("commit by Atmos Hub", false);
        RefUpdate.Result result = update.update();
        if (result != RefUpdate.Result.NEW && result != RefUpdate.Result.FAST_FORWARD) {
            throw new HubException(
                    CONFLICT,
                    "The branch %s could not be moved (%s).".formatted(name, result),
                    "Choose another name, or try again.");
        }
    }
}
