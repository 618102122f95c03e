package io.atmoshub.server.session;

import io.atmoshub.assistant.agent.Agent;
import io.atmoshub.assistant.agent.Agents;
import io.atmoshub.assistant.conversation.AiSettings;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.AgentOffer;
import io.atmoshub.server.database.Sql;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.List;

/// Who can answer in the sessions of a project.
record SessionAgents(Agents agents) {
    /// Of a project that is there.
    static Path folder(EntityManager em, ProjectId project) {
        return Sql.first(
                        em,
                        "select folder from project where id = ?",
                        row -> Path.of(row.getString("folder")),
                        project.value())
                .orElseThrow();
    }

    static SessionAgents in(Path folder) {
        return new SessionAgents(AiSettings.inServer(folder).agents());
    }

    List<AgentOffer> offers() {
        return agents.all().stream()
                .map(agent -> new AgentOffer(
                        agent.name(),
                        agent.displayName(),
                        agent.description(),
                        agent.builtIn(),
                        agent.name().equals(agents.byDefault())))
                .toList();
    }

    Agent chosen(String name) {
        return agents.find(name)
                .orElseThrow(() -> new HubException(
                        ErrorCode.INVALID_INPUT,
                        "There is no agent \"%s\" in this project.".formatted(name),
                        "There are: " + agents.names()));
    }
}
