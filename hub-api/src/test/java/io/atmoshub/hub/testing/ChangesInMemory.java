package io.atmoshub.hub.testing;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.change.ChangeSet;
import io.atmoshub.hub.change.ChangedFile;
import io.atmoshub.hub.change.Changes;
import io.atmoshub.hub.change.NewCommit;
import io.atmoshub.hub.change.PendingFile;
import io.atmoshub.hub.change.ShownFile;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Commit;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.token.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The changes of the hub in memory. Its projects' folders may be real; a folder with `.git` in it takes commits, which
/// are only remembered.
record ChangesInMemory(Organisation org, WayIn way) implements Changes {
    @Override
    public ChangeSet of(SessionId session) {
        return org.locked(() -> set(room(org.require(way, Role.VIEWER, Scope.READ), session)));
    }

    @Override
    public ChangeSet apply(SessionId session, List<ShownFile> files) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.CHAT);
            Room room = deciding(me, session);
            List<ChangedFile> chosen = chosen(room, files);
            for (ChangedFile file : chosen) {
                write(folder(room).resolve(file.path()), file.change().after());
            }
            List<String> paths = chosen.stream().map(ChangedFile::path).toList();
            room.append(Actor.person(me.id(), me.name()), new Happening.FilesApplied(paths));
            org.record(way, "change.apply", "session", session, room.name, Map.of("paths", String.join(", ", paths)));
            return set(room);
        });
    }

    @Override
    public Commit commit(SessionId session, NewCommit commit) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.CHAT);
            Room room = deciding(me, session);
            if (!set(room).git()) {
                throw new HubException(
                        ErrorCode.CONFLICT, "The project's folder is no Git repository.", "Apply the files instead.");
            }
            List<String> paths =
                    chosen(room, commit.files()).stream().map(ChangedFile::path).toList();
            var made = new Commit(
                    commit.branch(),
                    UUID.randomUUID().toString().replace("-", "").concat("00000000"));
            room.append(Actor.person(me.id(), me.name()), new Happening.FilesCommitted(made, paths));
            org.record(way, "change.commit", "session", session, room.name, Map.of("paths", String.join(", ", paths)));
            return made;
        });
    }

    @Override
    public ChangeSet discard(SessionId session, List<ShownFile> files) {
        return org.locked(() -> {
            Person me = org.require(way, Role.VIEWER, Scope.CHAT);
            Room room = deciding(me, session);
            List<String> paths = PendingFile.asShown(PendingFile.of(room.log), files).stream()
                    .map(PendingFile::path)
                    .toList();
            room.append(Actor.person(me.id(), me.name()), new Happening.FilesDiscarded(paths));
            org.record(way, "change.discard", "session", session, room.name, Map.of("paths", String.join(", ", paths)));
            return set(room);
        });
    }

    private List<ChangedFile> chosen(Room room, List<ShownFile> files) {
        return PendingFile.asShown(PendingFile.of(room.log), files).stream()
                .map(file -> against(room, file))
                .peek(file -> {
                    if (file.state() == ChangedFile.State.CONFLICT) {
                        throw new HubException(
                                ErrorCode.CONFLICT, file.path() + " changed in the project.", "Look at it again.");
                    }
                })
                .toList();
    }

    private ChangeSet set(Room room) {
        return new ChangeSet(
                PendingFile.of(room.log).values().stream()
                        .map(file -> against(room, file))
                        .toList(),
                Files.isDirectory(folder(room).resolve(".git")));
    }

    private ChangedFile against(Room room, PendingFile file) {
        return file.against(read(folder(room).resolve(file.path())), true);
    }

    private Path folder(Room room) {
        return Path.of(Objects.requireNonNull(org.projects.get(room.projectId)).folder());
    }

    private static @Nullable String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Room room(Person me, SessionId id) {
        Room room = org.rooms.get(id);
        if (room == null || !room.visibleTo(me)) {
            throw Organisation.notFound("session", id);
        }
        return room;
    }

    private Room deciding(Person me, SessionId id) {
        Room room = room(me, id);
        if (!room.mayAllowOnce(me)) {
            throw new HubException(
                    ErrorCode.NOT_ALLOWED, "Its owner and approvers decide on changes.", "Ask one of them.");
        }
        return room;
    }
}
