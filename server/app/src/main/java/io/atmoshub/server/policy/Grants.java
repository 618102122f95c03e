package io.atmoshub.server.policy;

import io.atmoshub.assistant.permission.Rule;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.policy.Grant;
import io.atmoshub.hub.policy.GrantId;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.project.ProjectName;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.wiring.Service;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What people allowed for always in a project, each for themselves.
@Service
public final class Grants {
    /// Those that answer questions of runs that this person asked for.
    public List<Rule> of(EntityManager em, ProjectId project, PersonId asker) {
        return Sql.list(
                em,
                "select id, rule from grant_rule where project_id = ? and granted_by = ? order by granted_at",
                row -> Rule.grant(
                        // Eight characters of the id tell grants apart in the log and in the audit.
                        row.getObject("id", UUID.class).toString().substring(0, 8), row.getString("rule")),
                project.value(),
                asker.value());
    }

    /// The form of the rule, as the question showed it. Granting it twice is granting it once.
    public void add(EntityManager em, ProjectId project, String rule, PersonId by) {
        Sql.update(em, """
                insert into grant_rule (id, project_id, rule, granted_by) values (?, ?, ?, ?)
                on conflict (project_id, granted_by, rule) do nothing
                """, UUID.randomUUID(), project.value(), rule, by.value());
    }

    List<Grant> mine(EntityManager em, PersonId me) {
        return Sql.list(
                em,
                """
                select g.id, g.project_id, p.name, g.rule, g.granted_at
                from grant_rule g join project p on p.id = g.project_id
                where g.granted_by = ? order by g.granted_at desc, g.id
                """,
                row -> new Grant(
                        new GrantId(row.getObject("id", UUID.class)),
                        new ProjectId(row.getObject("project_id", UUID.class)),
                        new ProjectName(row.getString("name")),
                        row.getString("rule"),
                        Sql.instant(row, "granted_at")),
                me.value());
    }

    /// What it said; nothing when it is not this person's.
    Optional<String> remove(EntityManager em, GrantId id, PersonId me) {
        return Sql.first(
                em,
                "delete from grant_rule where id = ? and granted_by = ? returning rule",
                row -> row.getString("rule"),
                id.value(),
                me.value());
    }
}
