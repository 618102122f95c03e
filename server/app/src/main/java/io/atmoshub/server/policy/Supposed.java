package io.atmoshub.server.policy;

import io.atmoshub.assistant.permission.Document;
import io.atmoshub.assistant.permission.Fact;
import io.atmoshub.assistant.permission.Facts;
import io.atmoshub.assistant.permission.Narrowing;
import io.atmoshub.assistant.permission.Policy;
import io.atmoshub.assistant.permission.Ruling;
import io.atmoshub.assistant.permission.Situation;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.policy.WhatHappens;
import io.atmoshub.hub.policy.WhatIf;
import io.atmoshub.server.database.Sql;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A call that somebody asks about, as rules would see it.
record Supposed(WhatIf question, Who who, @Nullable Path folder) {
    record Who(PersonId id, String login, String role) {
        static Who named(EntityManager em, String login) {
            return Sql.first(
                            em,
                            "select id, login, role from person where login = ?",
                            row -> new Who(
                                    new PersonId(row.getObject("id", UUID.class)),
                                    row.getString("login"),
                                    PoliciesBean.word(Role.valueOf(row.getString("role")))),
                            login)
                    .orElseThrow(() -> new HubException(
                            ErrorCode.NOT_FOUND,
                            "There is nobody called \"%s\".".formatted(login),
                            "Look at the list of people."));
        }
    }

    WhatHappens ruling(Policy organisation, ProjectPolicies projects) {
        Policy policy = organisation;
        if (folder != null) {
            for (Document document : projects.in(folder)) {
                policy = policy.with(document);
            }
        }
        Ruling ruling = policy.ruling(facts(projects));
        return new WhatHappens(ruling.verb().word(), ruling.rule().cited(), ruling.demand(), ruling.alwaysCounts());
    }

    private Facts facts(ProjectPolicies projects) {
        String agent = question.agent() == null ? Situation.GENERAL : question.agent();
        return Facts.of(question.tool(), question.arguments().keySet(), Map.copyOf(question.arguments()))
                .with(Narrowing.STACKS, given(question.stack()))
                .with(Narrowing.ENVIRONMENTS, () -> environments(projects))
                .with(Narrowing.COMPONENTS, given(question.component()))
                .with(Narrowing.PATHS, given(question.path()))
                .with(Narrowing.PEOPLE, Fact.of(who.login()))
                .with(Narrowing.ROLES, Fact.of(who.role()))
                .with(Narrowing.AGENTS, Fact.of(agent));
    }

    private Fact environments(ProjectPolicies projects) {
        String stack = question.stack();
        if (question.environment() != null && !question.environment().isBlank()) {
            return Fact.of(question.environment());
        }
        if (stack == null || stack.isBlank()) {
            return Fact.Absent.NONE;
        }
        return folder == null ? Fact.Absent.UNKNOWN : projects.environments(folder, stack);
    }

    private static Fact given(@Nullable String value) {
        return value == null || value.isBlank() ? Fact.Absent.NONE : Fact.of(value.strip());
    }
}
