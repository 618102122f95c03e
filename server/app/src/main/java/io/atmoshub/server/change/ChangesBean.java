package io.atmoshub.server.change;

import static io.atmoshub.hub.ErrorCode.CONFLICT;
import static io.atmoshub.hub.ErrorCode.NOT_FOUND;

import io.atmoshub.assistant.file.FileRefused;
import io.atmoshub.assistant.file.FolderWrites;
import io.atmoshub.assistant.file.ProjectFolder;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.change.ChangeSet;
import io.atmoshub.hub.change.ChangedFile;
import io.atmoshub.hub.change.Changes;
import io.atmoshub.hub.change.NewCommit;
import io.atmoshub.hub.change.PendingFile;
import io.atmoshub.hub.change.ShownFile;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.session.BranchName;
import io.atmoshub.hub.session.Commit;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.session.SessionDoor;
import io.atmoshub.server.session.SessionPlace;
import jakarta.persistence.EntityManager;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What sessions changed, for one caller. The folder is written before the transaction that tells of it ends: if it
/// does not end well, the project has what the session wrote, which is then no change any more.
final class ChangesBean implements Changes {
    private final Tx tx;
    private final SessionDoor door;

    ChangesBean(Tx tx, SessionDoor door) {
        this.tx = tx;
        this.door = door;
    }

    @Override
    public ChangeSet of(SessionId session) {
        return tx.call(em -> {
            Person me = door.reading(em);
            return changes(em, SessionPlace.seen(em, me, session));
        });
    }

    @Override
    public ChangeSet apply(SessionId session, List<ShownFile> files) {
        return tx.call(em -> {
            Person me = door.chatting(em);
            SessionPlace place = SessionPlace.deciding(em, me, session);
            List<ChangedFile> chosen = chosen(em, place, files).stream()
                    .map(file -> against(folder(place), file))
                    .toList();
            chosen.forEach(ChangesBean::checkNoConflict);
            Map<String, String> contents = new LinkedHashMap<>();
            chosen.forEach(file -> contents.put(file.path(), file.change().after()));
            try {
                FolderWrites.write(folder(place), contents);
            } catch (FileRefused e) {
                throw new HubException(CONFLICT, e.why(), "Nothing was written. Clear the way and try again.");
            }
            decided(em, me, place, "change.apply", new Happening.FilesApplied(paths(chosen)), contents.keySet());
            return changes(em, place);
        });
    }

    @Override
    public Commit commit(SessionId session, NewCommit commit) {
        return tx.call(em -> {
            Person me = door.chatting(em);
            SessionPlace place = SessionPlace.deciding(em, me, session);
            List<SessionEvent> events = events(em, session);
            List<PendingFile> chosen = PendingFile.asShown(PendingFile.of(events), commit.files());
            Commit made = new GitBranch(folder(place).root(), commit.branch())
                    .commit(chosen, CommitText.of(commit.message()), me, newest(events, commit.branch()));
            List<String> paths = chosen.stream().map(PendingFile::path).toList();
            decided(em, me, place, "change.commit", new Happening.FilesCommitted(made, paths), paths);
            return made;
        });
    }

    @Override
    public ChangeSet discard(SessionId session, List<ShownFile> files) {
        return tx.call(em -> {
            Person me = door.chatting(em);
            SessionPlace place = SessionPlace.deciding(em, me, session);
            List<String> paths =
                    chosen(em, place, files).stream().map(PendingFile::path).toList();
            decided(em, me, place, "change.discard", new Happening.FilesDiscarded(paths), paths);
            return changes(em, place);
        });
    }

    private ChangeSet changes(EntityManager em, SessionPlace place) {
        ProjectFolder folder = folder(place);
        return new ChangeSet(
                PendingFile.of(events(em, place.id())).values().stream()
                        .map(file -> against(folder, file))
                        .toList(),
                GitBranch.possible(folder.root()));
    }

    private List<PendingFile> chosen(EntityManager em, SessionPlace place, List<ShownFile> files) {
        return PendingFile.asShown(PendingFile.of(events(em, place.id())), files);
    }

    /// The session's own last commit on the branch, if there is one.
    private static Optional<Commit> newest(List<SessionEvent> events, BranchName branch) {
        return events.reversed().stream()
                .map(SessionEvent::what)
                .filter(Happening.FilesCommitted.class::isInstance)
                .map(what -> ((Happening.FilesCommitted) what).commit())
                .filter(made -> made.branch().equals(branch))
                .findFirst();
    }

    private List<SessionEvent> events(EntityManager em, SessionId session) {
        return door.log().after(em, session, 0, Integer.MAX_VALUE);
    }

    private void decided(
            EntityManager em, Person me, SessionPlace place, String action, Happening what, Iterable<String> paths) {
        door.append(em, me, place.id(), what);
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("paths", String.join(", ", paths));
        if (what instanceof Happening.FilesCommitted committed) {
            detail.put("branch", committed.commit().branch().value());
            detail.put("commit", committed.commit().id());
        }
        door.note(em, action, place, detail);
    }

    private static ProjectFolder folder(SessionPlace place) {
        if (!Files.isDirectory(place.folder())) {
            throw new HubException(
                    NOT_FOUND,
                    "The project's folder %s is not there.".formatted(place.folder()),
                    "Ask an admin to bring it back or to register the project again.");
        }
        return new ProjectFolder(place.folder());
    }

    private static ChangedFile against(ProjectFolder folder, PendingFile file) {
        try {
            return file.against(FolderWrites.current(folder, file.path()).orElse(null), true);
        } catch (FileRefused _) {
            return file.against(null, false);
        }
    }

    private static void checkNoConflict(ChangedFile file) {
        if (file.state() == ChangedFile.State.CONFLICT) {
            throw new HubException(
                    CONFLICT,
                    "%s is not as it was when the session began to write it: somebody changed it in the project."
                            .formatted(file.path()),
                    "Nothing was written. Discard the session's version and ask the assistant to make the change again.");
        }
    }

    private static List<String> paths(List<ChangedFile> files) {
        return files.stream().map(ChangedFile::path).toList();
    }
}
