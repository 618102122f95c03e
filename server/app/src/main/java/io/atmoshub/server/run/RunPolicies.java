package io.atmoshub.server.run;

import io.atmoshub.assistant.permission.Document;
import io.atmoshub.assistant.permission.Policy;
import io.atmoshub.assistant.permission.Situation;
import io.atmoshub.hub.people.Role;
import io.atmoshub.server.database.Sql;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.policy.Grants;
import io.atmoshub.server.policy.PolicyStore;
import io.atmoshub.server.policy.ProjectPolicies;
import io.atmoshub.server.wiring.Service;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.Optional;

/// The policy for a run as it is now: the organisation's, the project's, and what the one who asked allowed for always.
@Service
public final class RunPolicies {
    private record Asker(String login, String role) {}

    private final Tx tx;
    private final PolicyStore store;
    private final ProjectPolicies projects;
    private final Grants grants;

    @Inject
    public RunPolicies(Tx tx, PolicyStore store, ProjectPolicies projects, Grants grants) {
        this.tx = tx;
        this.store = store;
        this.projects = projects;
        this.grants = grants;
    }

    Policy of(ClaimedRun run) {
        Policy policy = tx.call(em -> {
            Optional<Asker> asker = asker(em, run);
            return Policy.builtIn()
                    .with(store.current(em))
                    .with(grants.of(em, run.project(), run.asker().id()))
                    .in(new Situation(
                            asker.map(Asker::login).orElse(null),
                            asker.map(Asker::role).orElse(null),
                            Situation.GENERAL,
                            stack -> projects.environments(run.folder(), stack)));
        });
        for (Document document : projects.in(run.folder())) {
            policy = policy.with(document);
        }
        return policy;
    }

    /// As they are now; nobody knows who is switched off.
    private static Optional<Asker> asker(EntityManager em, ClaimedRun run) {
        return Sql.first(
                em,
                "select login, role from person where id = ? and active",
                row -> new Asker(
                        row.getString("login"),
                        Role.valueOf(row.getString("role")).name().toLowerCase(Locale.ROOT)),
                run.asker().id().value());
    }
}
