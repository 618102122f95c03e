package io.atmoshub.server.run;

import io.atmoshub.assistant.permission.Rule;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.wiring.Service;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/// What people allowed for always in a project.
@Service
public final class Grants {
    public List<Rule> of(EntityManager em, ProjectId project) {
        return Sql.list(
                em,
                "select id, rule from grant_rule where project_id = ? order by granted_at",
                row -> Rule.grant(
                        // Eight characters of the id tell grants apart in the log and in the audit.
                        row.getObject("id", UUID.class).toString().substring(0, 8), row.getString("rule")),
                project.value());
    }

    /// The form of the rule, as the question showed it. Granting it twice is granting it once.
    public void add(EntityManager em, ProjectId project, String rule, PersonId by) {
        Sql.update(em, """
                insert into grant_rule (id, project_id, rule, granted_by) values (?, ?, ?, ?)
                on conflict (project_id, rule) do nothing
                """, UUID.randomUUID(), project.value(), rule, by.value());
    }
}
