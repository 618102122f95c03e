package io.atmoshub.cli.ai;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionFilter;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Visibility;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the session that a person means, or starts one.
record SessionPlace(Hub hub, Path folder) {
    /// Shorter beginnings of an id are more likely a slip.
    private static final int SHORTEST = 4;

    Session find(@Nullable String session, @Nullable String project, boolean shared) {
        if (session == null || session.equals("new")) {
            return hub.sessions()
                    .create(new NewSession(
                            project(project).id(), null, shared ? Visibility.SHARED : Visibility.PRIVATE));
        }
        return existing(session);
    }

    /// By `last`, id, or the beginning of one.
    Session existing(String reference) {
        if (reference.equals("last")) {
            return last();
        }
        if (reference.length() == SessionId.random().toString().length()) {
            return hub.sessions().get(SessionId.parse(reference));
        }
        List<Session> found = sessions().stream()
                .filter(s -> reference.length() >= SHORTEST && s.id().toString().startsWith(reference))
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new HubException(
                ErrorCode.NOT_FOUND,
                found.isEmpty()
                        ? "There is no session \"%s\".".formatted(reference)
                        : "More than one session begins with \"%s\".".formatted(reference),
                "See your sessions with: atmos ai sessions list");
    }

    private Session last() {
        PersonId me = hub.account().me().person().id();
        return sessions().stream()
                .filter(s -> s.ownerId().equals(me))
                .findFirst()
                .orElseThrow(() -> new HubException(
                        ErrorCode.NOT_FOUND, "You have no session yet.", "Start one with: atmos ai ask \"…\""));
    }

    private List<Session> sessions() {
        return hub.sessions()
                .list(SessionFilter.ALL, PageRequest.first(PageRequest.MOST))
                .items();
    }

    Project project(@Nullable String wanted) {
        List<Project> all = projects();
        String here = folder.getFileName() == null ? "" : folder.getFileName().toString();
        List<Project> matching = all.stream()
                .filter(p -> wanted == null
                        ? all.size() == 1 || p.name().value().equals(here)
                        : p.name().value().equals(wanted) || p.id().toString().equals(wanted))
                .toList();
        if (matching.size() == 1) {
            return matching.getFirst();
        }
        String names = all.stream().map(p -> "\"" + p.name() + "\"").collect(Collectors.joining(", "));
        if (all.isEmpty()) {
            throw new HubException(ErrorCode.NOT_FOUND, "The hub has no project yet.", "Ask an admin to register one.");
        }
        throw new HubException(
                ErrorCode.NOT_FOUND,
                wanted == null ? "Which project is it about?" : "There is no project \"%s\".".formatted(wanted),
                "Name one with --project: " + names);
    }

    private List<Project> projects() {
        var all = new ArrayList<Project>();
        var request = PageRequest.first(PageRequest.MOST);
        while (true) {
            var page = hub.projects().list(request);
            all.addAll(page.items());
            if (page.next() == null) {
                return all;
            }
            request = new PageRequest(page.next(), PageRequest.MOST);
        }
    }
}
