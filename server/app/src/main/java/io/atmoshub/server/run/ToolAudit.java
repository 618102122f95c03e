package io.atmoshub.server.run;

import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Verdict;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.audit.AuditActor;
import io.atmoshub.server.audit.AuditObject;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the audit log keeps of tool calls: who or which rule decided, that the tool started, how it ended,
/// and always on whose question.
@Service
public final class ToolAudit {
    private final Audit audit;

    @Inject
    public ToolAudit(Audit audit) {
        this.audit = audit;
    }

    /// Notes an event of a run, if it is of a kind that is kept, with the call as the log has it.
    void note(EntityManager em, ClaimedRun run, Happening what, Map<CallId, Happening.ToolCalled> calls) {
        switch (what) {
            case Happening.Decided decided ->
                note(
                        em,
                        run,
                        calls.get(decided.call()),
                        decided.call(),
                        "tool.decide",
                        outcome(decided.verdict()),
                        Map.of("rule", decided.rule()));
            case Happening.ToolStarted started ->
                note(em, run, calls.get(started.call()), started.call(), "tool.start", Audit.OK, Map.of());
            case Happening.FileWritten written ->
                note(
                        em,
                        run,
                        calls.get(written.call()),
                        written.call(),
                        "tool.write",
                        Audit.OK,
                        Map.of("path", written.path()));
            case Happening.ToolFinished finished ->
                note(
                        em,
                        run,
                        calls.get(finished.call()),
                        finished.call(),
                        "tool.finish",
                        outcome(finished.outcome()),
                        Map.of());
            case Happening.RunFailed failed ->
                audit.record(
                        em,
                        AuditActor.ASSISTANT,
                        "run.fail",
                        new AuditObject("run", run.id().toString(), ""),
                        Audit.FAILED,
                        detail(run, Map.of("reason", failed.reason())));
            default -> {}
        }
    }

    /// A person allowed it, and others have to as well.
    public void approved(
            EntityManager em, Caller caller, SessionId session, Happening.ApprovalAsked asked, int given, int needed) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("session", session.toString());
        detail.put("run", asked.run().toString());
        detail.put("fingerprint", asked.fingerprint());
        detail.put("rule", asked.rule());
        detail.put("given", given + " of " + needed);
        AuditObject tool = new AuditObject("tool", asked.call().toString(), asked.words());
        audit.record(em, caller, "tool.approve", tool, Audit.OK, detail);
    }

    /// Nobody answered for too long.
    public void expired(EntityManager em, SessionId session, Happening.ApprovalAsked asked, String why) {
        AuditObject tool = new AuditObject("tool", asked.call().toString(), asked.words());
        Map<String, String> detail = Map.of(
                "session", session.toString(), "run", asked.run().toString(), "rule", asked.rule(), "reason", why);
        audit.record(em, AuditActor.HUB, "tool.decide", tool, Audit.DENIED, detail);
    }

    /// A person answered.
    public void answered(
            EntityManager em, Caller caller, SessionId session, Happening.ApprovalAsked asked, Choice choice) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("session", session.toString());
        detail.put("run", asked.run().toString());
        detail.put("fingerprint", asked.fingerprint());
        detail.put("rule", asked.rule());
        detail.put("choice", choice.name());
        AuditObject tool = new AuditObject("tool", asked.call().toString(), asked.words());
        audit.record(em, caller, "tool.decide", tool, choice == Choice.DENY ? Audit.DENIED : Audit.OK, detail);
        if (choice == Choice.ALLOW_ALWAYS) {
            audit.record(
                    em,
                    caller,
                    "grant.add",
                    new AuditObject("grant", asked.alwaysRule(), asked.alwaysRule()),
                    Audit.OK,
                    detail);
        }
    }

    private void note(
            EntityManager em,
            ClaimedRun run,
            Happening.@Nullable ToolCalled called,
            CallId call,
            String action,
            String outcome,
            Map<String, String> more) {
        String words =
                called == null ? "a tool" : "%s: %s".formatted(called.call().tool(), called.words());
        AuditObject tool = new AuditObject("tool", call.toString(), words);
        audit.record(em, AuditActor.ASSISTANT, action, tool, outcome, detail(run, more));
    }

    private static Map<String, String> detail(ClaimedRun run, Map<String, String> more) {
        Map<String, String> detail = new LinkedHashMap<>(more);
        detail.put("session", run.session().toString());
        detail.put("run", run.id().toString());
        detail.put("asked_by", run.asker().name());
        detail.put("asked_by_id", run.asker().id().toString());
        detail.put("asked_from", run.asker().address());
        return detail;
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict) {
            case ALLOWED -> Audit.OK;
            case DENIED -> Audit.DENIED;
        };
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case OK -> Audit.OK;
            case FAILED, UNKNOWN -> Audit.FAILED;
            case DENIED -> Audit.DENIED;
            case CANCELLED -> "cancelled";
        };
    }
}
