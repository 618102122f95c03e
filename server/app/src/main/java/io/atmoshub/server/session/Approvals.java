package io.atmoshub.server.session;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.Verdict;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.log.SessionLog;
import io.atmoshub.server.run.Grants;
import io.atmoshub.server.run.RunQueue;
import io.atmoshub.server.run.ToolAudit;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/// People's answers to what the assistant asks. The session's lock makes the first one count.
@Service
public final class Approvals {
    private final SessionLog log;
    private final RunQueue runs;
    private final Grants grants;
    private final ToolAudit audit;

    @Inject
    public Approvals(SessionLog log, RunQueue runs, Grants grants, ToolAudit audit) {
        this.log = log;
        this.runs = runs;
        this.grants = grants;
        this.audit = audit;
    }

    SessionEvent answer(EntityManager em, Caller caller, Person me, SessionEntity session, Answer answer) {
        if (!session.answeredBy(me)) {
            throw new HubException(
                    ErrorCode.NOT_ALLOWED,
                    "You answer in sessions of your own; this one is somebody else's.",
                    "Ask its owner or an approver.");
        }
        boolean always = answer.choice() == Choice.ALLOW_ALWAYS;
        if (always && !me.role().atLeast(Role.APPROVER)) {
            throw new HubException(
                    ErrorCode.NOT_ALLOWED,
                    "Only approvers allow for always.",
                    "Allow it once, or ask an approver to look at it.");
        }
        Happening.ApprovalAsked asked = runs.asked(em, session.id())
                .filter(open -> open.call().equals(answer.call()))
                .orElseThrow(() -> new HubException(
                        ErrorCode.CONFLICT,
                        "This call waits for no answer any more.",
                        "Look at the session: somebody was faster, or the run was stopped."));
        if (!asked.fingerprint().equals(answer.fingerprint())) {
            throw new HubException(
                    ErrorCode.CONFLICT,
                    "The answer is for another call than the one that waits.",
                    "Look at what is asked now, and answer that.");
        }
        if (always) {
            grants.add(em, session.project(), asked.alwaysRule(), me.id());
        }
        audit.answered(em, caller, session.id(), asked, answer.choice());
        Happening.Decided decided = new Happening.Decided(
                asked.run(), asked.call(), verdict(answer.choice()), rule(asked, answer.choice()), answer.reason());
        SessionEvent event = log.append(em, session.id(), SessionsBean.actor(me), decided)
                .orElseThrow(() -> new IllegalStateException("The session is locked and can't be gone."));
        runs.answered(em, session.id(), asked.run());
        return event;
    }

    private static Verdict verdict(Choice choice) {
        return switch (choice) {
            case ALLOW_ONCE, ALLOW_ALWAYS -> Verdict.ALLOWED;
            case DENY -> Verdict.DENIED;
        };
    }

    private static String rule(Happening.ApprovalAsked asked, Choice choice) {
        return switch (choice) {
            case ALLOW_ONCE -> "allowed once";
            case ALLOW_ALWAYS -> "allowed always: " + asked.alwaysRule();
            case DENY -> "denied";
        };
    }
}
