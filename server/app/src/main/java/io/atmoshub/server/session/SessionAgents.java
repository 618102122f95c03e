package io.atmoshub.server.session;

import io.atmoshub.assistant.agent.Agent;
import io.atmoshub.assistant.agent.Agents;
import io.atmoshub.assistant.conversation.AiSettings;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.session.AgentOffer;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.server.database.Tx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Who can answer in the sessions of a project. Its files are read with no transaction open.
record SessionAgents(Tx tx, SessionDoor door) {
    List<AgentOffer> of(SessionId id) {
        Path folder = tx.call(em -> SessionPlace.seen(em, door.reading(em), id).folder());
        Agents agents = AiSettings.inServer(folder).agents();
        return agents.all().stream()
                .map(agent -> new AgentOffer(
                        agent.name(),
                        agent.displayName(),
                        agent.description(),
                        agent.builtIn(),
                        agent.name().equals(agents.byDefault())))
                .toList();
    }

    SessionEvent choose(SessionId id, String name) {
        Path folder =
                tx.call(em -> SessionPlace.speaking(em, door.chatting(em), id).folder());
        Agent agent = chosen(AiSettings.inServer(folder).agents(), name);
        return tx.call(em -> {
            Person me = door.chatting(em);
            door.note(em, "session.agent", SessionPlace.speaking(em, me, id), Map.of("agent", agent.name()));
            return door.append(em, me, id, new Happening.AgentChosen(agent.name(), agent.displayName()));
        });
    }

    private static Agent chosen(Agents agents, String name) {
        return agents.find(name)
                .orElseThrow(() -> new HubException(
                        ErrorCode.INVALID_INPUT,
                        "There is no agent \"%s\" in this project.".formatted(name),
                        "There are: " + agents.names()));
    }
}
