package io.atmoshub.assistant.conversation;

import io.atmoshub.assistant.agent.Agents;
import io.atmoshub.assistant.agent.ProjectAgents;
import io.atmoshub.assistant.compaction.CompactionSettings;
import io.atmoshub.assistant.memory.MemorySettings;
import io.atmoshub.assistant.settings.AiKeys;
import io.atmoshub.project.Limits;
import io.atmoshub.project.Opening;
import io.atmoshub.project.Project;
import io.atmoshub.project.ProjectException;
import io.atmoshub.project.yaml.YamlException;
import java.nio.file.Path;
import java.util.Optional;

/// What a project's `atmos.yaml` says about the assistant.
///
/// @param problem why it could not be read; then everything is as usual
public record AiSettings(
        MemorySettings memory, Agents agents, CompactionSettings compaction, Optional<String> problem) {
    public static final AiSettings USUAL =
            new AiSettings(MemorySettings.USUAL, Agents.BUILT_IN, CompactionSettings.USUAL, Optional.empty());

    /// As a server reads it: this folder and nothing else.
    public static AiSettings inServer(Path folder) {
        return under(folder, Limits.server(folder, java.util.Set.of()));
    }

    /// A file that can't be understood is no reason to answer nothing: people ask what is wrong with it.
    public static AiSettings under(Path folder, Limits limits) {
        try {
            return of(Project.open(Opening.of(folder), limits), folder);
        } catch (ProjectException e) {
            return usual(e.what());
        } catch (YamlException e) {
            return usual(e.origin() + ": " + e.problem());
        }
    }

    static AiSettings of(Project project, Path folder) {
        AiKeys keys = new AiKeys(project.config());
        return new AiSettings(
                MemorySettings.of(keys).below(folder, project.basePath()),
                ProjectAgents.of(keys),
                CompactionSettings.of(keys),
                Optional.empty());
    }

    private static AiSettings usual(String problem) {
        return new AiSettings(USUAL.memory(), USUAL.agents(), USUAL.compaction(), Optional.of(problem));
    }
}
