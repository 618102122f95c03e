package io.atmoshub.server.session;

import static io.atmoshub.hub.ErrorCode.CONFLICT;
import static io.atmoshub.hub.ErrorCode.NOT_ALLOWED;

import io.atmoshub.hub.HubException;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Demand;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.Verdict;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.policy.Grants;
import io.atmoshub.server.run.RunQueue;
import io.atmoshub.server.run.ToolAudit;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// People's answers to what the assistant asks. The session's lock makes the first one count, or the first ones where
/// several are wanted.
@Service
public final class Approvals {
    private final RunQueue runs;
    private final Grants grants;
    private final ToolAudit audit;
    private final Patience patience;

    @Inject
    public Approvals(RunQueue runs, Grants grants, ToolAudit audit, Patience patience) {
        this.runs = runs;
        this.grants = grants;
        this.audit = audit;
        this.patience = patience;
    }

    SessionEvent answer(EntityManager em, SessionDoor door, Person me, SessionPlace session, Answer answer) {
        if (!session.rights().decides(me)) {
            throw new HubException(
                    NOT_ALLOWED,
                    "You answer in sessions of your own; this one is somebody else's.",
                    "Ask its owner or an approver.");
        }
        if (answer.choice() == Choice.ALLOW_ALWAYS && !me.role().atLeast(Role.APPROVER)) {
            throw new HubException(
                    NOT_ALLOWED,
                    "Only approvers allow for always.",
                    "Allow it once, or ask an approver to look at it.");
        }
        RunQueue.Waiting waiting = waiting(em, session, answer);
        Happening.ApprovalAsked asked = waiting.asked();
        if (answer.choice() != Choice.DENY) {
            checkDemand(waiting, me, answer.choice());
            int needed = asked.demanded().approvers();
            int given = approvedBefore(em, session, me, asked) + 1;
            if (given < needed) {
                audit.approved(em, door.caller(), session.id(), asked, given, needed);
                return door.append(
                        em, me, session.id(), new Happening.Approved(asked.run(), asked.call(), given, needed));
            }
        }
        if (answer.choice() == Choice.ALLOW_ALWAYS) {
            grants.add(em, session.project(), asked.alwaysRule(), me.id());
        }
        audit.answered(em, door.caller(), session.id(), asked, answer.choice());
        SessionEvent event = door.append(
                em,
                me,
                session.id(),
                new Happening.Decided(
                        asked.run(),
                        asked.call(),
                        verdict(answer.choice()),
                        rule(asked, answer.choice()),
                        answer.reason()));
        runs.answered(em, session.id(), asked.run());
        return event;
    }

    private RunQueue.Waiting waiting(EntityManager em, SessionPlace session, Answer answer) {
        RunQueue.Waiting waiting = runs.waiting(em, session.id())
                .filter(open -> open.asked().call().equals(answer.call()))
                .orElseThrow(() -> new HubException(
                        CONFLICT,
                        "This call waits for no answer any more.",
                        "Look at the session: somebody was faster, or the run was stopped."));
        if (!waiting.asked().fingerprint().equals(answer.fingerprint())) {
            throw new HubException(
                    CONFLICT,
                    "The answer is for another call than the one that waits.",
                    "Look at what is asked now, and answer that.");
        }
        if (patience.isOver(waiting.since())) {
            throw new HubException(
                    CONFLICT,
                    "The question is older than %s and has expired.".formatted(patience.words()),
                    "Ask the assistant again.");
        }
        return waiting;
    }

    private static void checkDemand(RunQueue.Waiting waiting, Person me, Choice choice) {
        Demand demand = waiting.asked().demanded();
        if (choice == Choice.ALLOW_ALWAYS && waiting.asked().alwaysRule().isBlank()) {
            throw new HubException(
                    NOT_ALLOWED,
                    "The rule that asks wants an answer each time.",
                    "Allow it once: %s".formatted(waiting.asked().rule()));
        }
        if (demand.approvers() > 0 && !me.role().atLeast(Role.APPROVER)) {
            throw new HubException(
                    NOT_ALLOWED,
                    "The rule that asks wants somebody with the role approver.",
                    "Ask an approver to look at it; you can deny it.");
        }
        if (demand.notTheAsker() && me.id().equals(waiting.asker())) {
            throw new HubException(
                    NOT_ALLOWED,
                    "The assistant works on your message, and the rule that asks wants somebody else.",
                    "Ask another approver to look at it; you can deny it.");
        }
    }

    /// How many others allowed this call already.
    private static int approvedBefore(
            EntityManager em, SessionPlace session, Person me, Happening.ApprovalAsked asked) {
        // Read here and not by the database, which refuses JSON with U+0000 as soon as it looks into it.
        Set<UUID> people = new HashSet<>();
        Sql.list(
                        em,
                        "select actor_id, payload from session_event where session_id = ? and kind = 'approved'",
                        row -> Map.entry(
                                row.getObject("actor_id", UUID.class),
                                HubJson.read(row.getString("payload"), Happening.Approved.class)),
                        session.id().value())
                .stream()
                .filter(each -> each.getValue().call().equals(asked.call())
                        && each.getValue().run().equals(asked.run()))
                .forEach(each -> people.add(each.getKey()));
        if (people.contains(me.id().value())) {
            throw new HubException(
                    CONFLICT,
                    "You allowed it already; it takes another person too.",
                    "Ask another approver to look at it.");
        }
        return people.size();
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
