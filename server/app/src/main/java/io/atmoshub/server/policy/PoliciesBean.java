package io.atmoshub.server.policy;

import static io.atmoshub.hub.ErrorCode.CONFLICT;
import static io.atmoshub.hub.ErrorCode.INVALID_INPUT;
import static io.atmoshub.hub.ErrorCode.NOT_ALLOWED;
import static io.atmoshub.hub.ErrorCode.NOT_FOUND;

import io.atmoshub.assistant.permission.Document;
import io.atmoshub.assistant.permission.Policy;
import io.atmoshub.assistant.permission.Rule;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.policy.Grant;
import io.atmoshub.hub.policy.GrantId;
import io.atmoshub.hub.policy.Policies;
import io.atmoshub.hub.policy.PolicyChange;
import io.atmoshub.hub.policy.PolicyDocument;
import io.atmoshub.hub.policy.PolicyFinding;
import io.atmoshub.hub.policy.PolicyRevision;
import io.atmoshub.hub.policy.PolicyRule;
import io.atmoshub.hub.policy.PolicyText;
import io.atmoshub.hub.policy.WhatHappens;
import io.atmoshub.hub.policy.WhatIf;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.server.audit.Audit;
import io.atmoshub.server.audit.AuditObject;
import io.atmoshub.server.caller.Caller;
import io.atmoshub.server.database.Cursor;
import io.atmoshub.server.database.Sql;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The policies, for one caller.
final class PoliciesBean implements Policies {
    private static final String DRAFT = "draft";

    private final Caller caller;
    private final PolicyParts parts;

    PoliciesBean(Caller caller, PolicyParts parts) {
        this.caller = caller;
        this.parts = parts;
    }

    @Override
    public PolicyDocument current() {
        return parts.tx().call(em -> {
            admin(em);
            return parts.store().newest(em);
        });
    }

    @Override
    public PolicyDocument revision(int number) {
        return parts.tx().call(em -> {
            admin(em);
            return parts.store()
                    .revision(em, number)
                    .orElseThrow(() -> new HubException(
                            NOT_FOUND,
                            "The policy has no revision %d.".formatted(number),
                            "Look at the policy's history."));
        });
    }

    @Override
    public Page<PolicyRevision> history(PageRequest page) {
        int before = page.cursor() == null ? Integer.MAX_VALUE : number(page.cursor());
        return parts.tx().call(em -> {
            admin(em);
            List<PolicyRevision> found = parts.store().before(em, before, page.limit() + 1);
            return Cursor.page(found, page.limit(), revision -> List.of(Integer.toString(revision.number())));
        });
    }

    @Override
    public List<PolicyFinding> check(PolicyText text) {
        return parts.tx().call(em -> {
            admin(em);
            return findings(Document.organisation(DRAFT, text.text()));
        });
    }

    @Override
    public PolicyDocument save(PolicyChange change) {
        return parts.tx().call(em -> {
            Person me = admin(em);
            findings(Document.organisation(DRAFT, change.text())).stream()
                    .filter(PolicyFinding::error)
                    .findFirst()
                    .ifPresent(PoliciesBean::refuse);
            PolicyDocument before = parts.store().newest(em);
            if (!parts.store().add(em, change, me)) {
                throw new HubException(
                        CONFLICT,
                        "Somebody saved the policy after revision %d, from which you started.".formatted(change.base()),
                        "Look at what they changed, and make your change to that.");
            }
            PolicyDocument saved = parts.store().newest(em);
            String number = "r" + saved.revision().number();
            parts.audit()
                    .record(
                            em,
                            caller,
                            "policy.change",
                            new AuditObject("policy", number, "organisation"),
                            Audit.OK,
                            Map.of(
                                    "reason",
                                    change.reason(),
                                    "revision",
                                    number,
                                    "difference",
                                    Difference.of(before.text(), saved.text())));
            return saved;
        });
    }

    @Override
    public List<PolicyRule> rules(@Nullable ProjectId project) {
        return parts.tx().call(em -> {
            Person me = reading(em);
            Stream<Rule> theirs = project == null
                    ? Stream.of()
                    : parts.projects().in(folder(em, project)).stream().flatMap(each -> each.rules().stream());
            boolean all = me.role().atLeast(Role.ADMIN);
            return Stream.of(parts.store().current(em).rules().stream(), theirs, Policy.builtIn().rules().stream())
                    .flatMap(rules -> rules)
                    .filter(rule -> all || rule.concerns(me.login().value(), word(me.role())))
                    .map(RuleWords::of)
                    .toList();
        });
    }

    @Override
    public WhatHappens whatIf(WhatIf question) {
        return parts.tx().call(em -> {
            Person me = reading(em);
            boolean mine = question.person() == null
                    || question.person().equals(me.login().value());
            boolean admin = me.role().atLeast(Role.ADMIN) && caller.scopes().contains(Scope.ADMIN);
            if (!admin && !(mine && question.text() == null)) {
                throw new HubException(
                        NOT_ALLOWED,
                        "Only admins ask what would happen to others, or under another policy.",
                        "Ask for yourself.");
            }
            Document organisation = question.text() == null
                    ? parts.store().current(em)
                    : Document.organisation(DRAFT, new PolicyText(question.text()).text());
            findings(organisation).stream()
                    .filter(PolicyFinding::error)
                    .findFirst()
                    .ifPresent(PoliciesBean::refuse);
            @Nullable Path folder = question.project() == null ? null : folder(em, question.project());
            Supposed supposed = new Supposed(question, person(em, me, question), folder);
            Policy policy = Policy.builtIn().with(organisation);
            if (question.project() != null) {
                policy = policy.with(
                        parts.grants().of(em, question.project(), supposed.who().id()));
            }
            return supposed.ruling(policy, parts.projects());
        });
    }

    @Override
    public List<Grant> grants() {
        return parts.tx().call(em -> parts.grants().mine(em, reading(em).id()));
    }

    @Override
    public void removeGrant(GrantId id) {
        parts.tx().run(em -> {
            Person me = parts.access().require(em, caller, Role.VIEWER, Scope.CHAT);
            String rule = parts.grants()
                    .remove(em, id, me.id())
                    .orElseThrow(() -> new HubException(
                            NOT_FOUND,
                            "You have no \"allow always\" with the id \"%s\".".formatted(id),
                            "See yours with: atmos hub policy grants"));
            parts.audit().record(em, caller, "grant.remove", new AuditObject("grant", rule, rule), Audit.OK, Map.of());
        });
    }

    private Person admin(EntityManager em) {
        return parts.access().require(em, caller, Role.ADMIN, Scope.ADMIN);
    }

    private Person reading(EntityManager em) {
        return parts.access().require(em, caller, Role.VIEWER, Scope.READ);
    }

    private static Supposed.Who person(EntityManager em, Person me, WhatIf question) {
        if (question.person() == null || question.person().equals(me.login().value())) {
            return new Supposed.Who(me.id(), me.login().value(), word(me.role()));
        }
        return Supposed.Who.named(em, question.person());
    }

    private static Path folder(EntityManager em, ProjectId project) {
        return Sql.first(
                        em,
                        "select folder from project where id = ?",
                        row -> Path.of(row.getString("folder")),
                        project.value())
                .orElseThrow(() -> new HubException(
                        NOT_FOUND, "There is no project \"%s\".".formatted(project), "Look at the list of projects."));
    }

    static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static int number(String cursor) {
        try {
            return Integer.parseInt(Cursor.read(cursor, 1).getFirst());
        } catch (NumberFormatException _) {
            throw Cursor.notOurs(cursor);
        }
    }

    private static List<PolicyFinding> findings(Document document) {
        return document.findings().stream()
                .map(each -> new PolicyFinding(each.line(), each.column(), each.error(), each.problem(), each.hint()))
                .toList();
    }

    private static void refuse(PolicyFinding error) {
        throw new HubException(
                INVALID_INPUT, "%d:%d: %s".formatted(error.line(), error.column(), error.problem()), error.hint());
    }
}
