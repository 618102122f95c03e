package io.atmoshub.client.testing;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.account.PasswordChange;
import io.atmoshub.hub.audit.AuditFilter;
import io.atmoshub.hub.change.Changes;
import io.atmoshub.hub.change.NewCommit;
import io.atmoshub.hub.change.ShownFile;
import io.atmoshub.hub.conversation.Conversations;
import io.atmoshub.hub.conversation.Rating;
import io.atmoshub.hub.conversation.Rewrite;
import io.atmoshub.hub.conversation.SessionExport;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.model.ProviderChange;
import io.atmoshub.hub.people.NewPerson;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.policy.GrantId;
import io.atmoshub.hub.policy.PolicyChange;
import io.atmoshub.hub.policy.PolicyText;
import io.atmoshub.hub.policy.WhatIf;
import io.atmoshub.hub.project.NewProject;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionFilter;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.stack.ComponentRef;
import io.atmoshub.hub.stack.StackFilter;
import io.atmoshub.hub.token.NewToken;
import io.atmoshub.hub.token.TokenId;
import io.atmoshub.hub.usage.UsageBy;
import io.atmoshub.hub.usage.UsageFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which path leads to which call.
final class LoopbackRoutes {
    record Answered(int status, @Nullable Object value) {}

    Answered answer(Hub hub, String method, List<String> path, Map<String, String> query, String body) {
        String call =
                method + " " + path.getFirst() + (path.size() > 2 ? "/*/" + path.get(2) : path.size() > 1 ? "/*" : "");
        String id = path.size() > 1 ? path.get(1) : "";
        return switch (call) {
            case "GET account" -> ok(hub.account().me());
            case "PUT account/*" -> done(() -> hub.account().changePassword(read(body, PasswordChange.class)));
            case "GET people" -> ok(hub.people().list(page(query)));
            case "POST people" -> made(hub.people().invite(read(body, NewPerson.class)));
            case "GET people/*" -> ok(hub.people().get(PersonId.parse(id)));
            case "POST people/*/invitation" -> made(hub.people().inviteAgain(PersonId.parse(id)));
            case "PUT people/*/role" ->
                ok(hub.people().changeRole(PersonId.parse(id), Role.valueOf(field(body, "role"))));
            case "PUT people/*/active" ->
                ok(hub.people().setActive(PersonId.parse(id), Boolean.parseBoolean(field(body, "active"))));
            case "GET tokens" -> ok(hub.tokens().list());
            case "POST tokens" -> made(hub.tokens().issue(read(body, NewToken.class)));
            case "DELETE tokens/*" -> done(() -> hub.tokens().revoke(TokenId.parse(id)));
            case "GET projects" -> ok(hub.projects().list(page(query)));
            case "POST projects" -> made(hub.projects().register(read(body, NewProject.class)));
            case "GET projects/*" -> ok(hub.projects().get(ProjectId.parse(id)));
            case "DELETE projects/*" -> done(() -> hub.projects().remove(ProjectId.parse(id)));
            case "GET projects/*/stacks" ->
                ok(stacks(hub, ProjectId.parse(id), path.size() > 3 ? path.get(3) : "", query));
            case "GET models" -> ok(hub.models().offered());
            case "PUT models/*" -> ok(hub.models().makeDefault(new ModelRef(field(body, "model"))));
            case "GET providers" -> ok(hub.models().providers());
            case "PUT providers/*" -> ok(hub.models().set(id, read(body, ProviderChange.class)));
            case "POST providers/*/test" -> ok(hub.models().test(id));
            case "GET usage" ->
                ok(hub.usages()
                        .sums(
                                usageFilter(query),
                                UsageBy.valueOf(query.getOrDefault("by", "day").toUpperCase(Locale.ROOT))));
            case "GET audit" -> ok(hub.audit().find(auditFilter(query), page(query)));
            case "GET audit/*" ->
                id.equals("sealed")
                        ? ok(hub.audit().sealed(number(query, "after", 0), (int) number(query, "limit", 1000)))
                        : ok(hub.audit().checkpoints());
            case "GET sessions/*/changes" -> ok(hub.changes().of(SessionId.parse(id)));
            case "POST sessions/*/changes" -> changes(hub.changes(), SessionId.parse(id), path.get(3), body);
            case "GET sessions/*/conversation" -> ok(hub.conversations().export(SessionId.parse(id)));
            case "POST projects/*/sessions" ->
                made(hub.conversations().take(ProjectId.parse(id), read(body, SessionExport.class)));
            case "POST sessions/*/conversation" ->
                conversation(hub.conversations(), SessionId.parse(id), path.get(3), body);
            default ->
                switch (path.getFirst()) {
                    case "policy" -> policy(hub, call, path, query, body);
                    case "mirror" -> LoopbackMirror.answer(hub.mirror(), method, path, query, body);
                    default -> session(hub, call, id, query, body);
                };
        };
    }

    private static Answered session(Hub hub, String call, String id, Map<String, String> query, String body) {
        var sessions = hub.sessions();
        return switch (call) {
            case "GET sessions" -> ok(sessions.list(sessionFilter(query), page(query)));
            case "POST sessions" -> made(sessions.create(read(body, NewSession.class)));
            case "GET sessions/*" -> ok(sessions.get(SessionId.parse(id)));
            case "DELETE sessions/*" -> done(() -> sessions.delete(SessionId.parse(id)));
            case "PUT sessions/*/name" ->
                ok(sessions.rename(SessionId.parse(id), new SessionName(field(body, "name"))));
            case "PUT sessions/*/visibility" ->
                ok(sessions.share(SessionId.parse(id), Visibility.valueOf(field(body, "visibility"))));
            case "GET sessions/*/agents" -> ok(sessions.agents(SessionId.parse(id)));
            case "PUT sessions/*/agent" -> ok(sessions.chooseAgent(SessionId.parse(id), field(body, "agent")));
            case "POST sessions/*/compaction-undone" ->
                made(sessions.undoCompaction(SessionId.parse(id), Long.parseLong(field(body, "compacted"))));
            case "GET sessions/*/usage" -> ok(hub.usages().session(SessionId.parse(id)));
            case "PUT sessions/*/model" -> ok(sessions.choose(SessionId.parse(id), new ModelRef(field(body, "model"))));
            case "POST sessions/*/messages" -> made(sessions.say(SessionId.parse(id), read(body, Message.class)));
            case "GET sessions/*/events" ->
                ok(sessions.events(SessionId.parse(id), number(query, "after", 0), (int) number(query, "limit", 200)));
            case "POST sessions/*/answers" -> made(sessions.answer(SessionId.parse(id), read(body, Answer.class)));
            case "POST sessions/*/stop" -> done(() -> sessions.stop(SessionId.parse(id)));
            default -> throw new HubException(ErrorCode.NOT_FOUND, "There is nothing at " + call, "Look again.");
        };
    }

    private static Answered conversation(Conversations conversations, SessionId session, String what, String body) {
        return switch (what) {
            case "withdrawals" -> made(conversations.withdraw(session, UUID.fromString(field(body, "message"))));
            case "approvals" -> made(conversations.approve(session, RunId.parse(field(body, "run"))));
            case "ratings" -> made(conversations.rate(session, read(body, Rating.class)));
            default -> made(conversations.branch(session, read(body, Rewrite.class)));
        };
    }

    private record Chosen(List<ShownFile> files) {}

    private static Answered changes(Changes changes, SessionId session, String verb, String body) {
        return switch (verb) {
            case "apply" -> ok(changes.apply(session, read(body, Chosen.class).files()));
            case "discard" ->
                ok(changes.discard(session, read(body, Chosen.class).files()));
            default -> made(changes.commit(session, read(body, NewCommit.class)));
        };
    }

    private static Answered policy(Hub hub, String call, List<String> path, Map<String, String> query, String body) {
        var policies = hub.policies();
        String id = path.size() > 1 ? path.get(1) : "";
        return switch (call) {
            case "GET policy" -> ok(policies.current());
            case "PUT policy" -> ok(policies.save(read(body, PolicyChange.class)));
            case "GET policy/*" ->
                switch (id) {
                    case "revisions" -> ok(policies.history(page(query)));
                    case "rules" ->
                        ok(policies.rules(query.containsKey("project") ? ProjectId.parse(query.get("project")) : null));
                    default -> ok(policies.grants());
                };
            case "POST policy/*" ->
                id.equals("check")
                        ? ok(policies.check(read(body, PolicyText.class)))
                        : ok(policies.whatIf(read(body, WhatIf.class)));
            default ->
                call.startsWith("DELETE")
                        ? done(() -> policies.removeGrant(GrantId.parse(path.get(2))))
                        : ok(policies.revision(Integer.parseInt(path.get(2))));
        };
    }

    private static Object stacks(Hub hub, ProjectId project, String what, Map<String, String> query) {
        var ref = new ComponentRef(
                query.getOrDefault("stack", ""), query.getOrDefault("type", ""), query.getOrDefault("component", ""));
        return switch (what) {
            case "" -> hub.stacks().list(project, new StackFilter(query.getOrDefault("filter", "")), page(query));
            case "components" -> hub.stacks().components(project, ref.stack());
            case "component" -> hub.stacks().component(project, ref);
            case "neighbours" -> hub.stacks().neighbours(project, ref);
            case "problems" -> hub.stacks().problems(project);
            default -> throw new HubException(ErrorCode.NOT_FOUND, "There is nothing at " + what, "Look again.");
        };
    }

    static Answered ok(Object value) {
        return new Answered(200, value);
    }

    static Answered made(Object value) {
        return new Answered(201, value);
    }

    static Answered done(Runnable work) {
        work.run();
        return new Answered(204, null);
    }

    private static <T> T read(String body, Class<T> type) {
        return HubJson.read(body, type);
    }

    private static String field(String body, String name) {
        return HubJson.mapper().readTree(body).path(name).asString();
    }

    static PageRequest page(Map<String, String> query) {
        return new PageRequest(query.get("cursor"), (int) number(query, "limit", 50));
    }

    private static SessionFilter sessionFilter(Map<String, String> query) {
        String project = query.get("project");
        return new SessionFilter(project == null ? null : ProjectId.parse(project), query.get("text"));
    }

    private static UsageFilter usageFilter(Map<String, String> query) {
        String person = query.get("person");
        String project = query.get("project");
        String model = query.get("model");
        return new UsageFilter(
                day(query.get("from")),
                day(query.get("until")),
                person == null ? null : PersonId.parse(person),
                project == null ? null : ProjectId.parse(project),
                model == null ? null : new ModelRef(model));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static AuditFilter auditFilter(Map<String, String> query) {
        return new AuditFilter(
                query.get("actor"),
                query.get("action"),
                query.get("object"),
                query.get("outcome"),
                instant(query.get("from")),
                instant(query.get("to")));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static long number(Map<String, String> query, String name, long otherwise) {
        return Long.parseLong(query.getOrDefault(name, Long.toString(otherwise)));
    }
}
