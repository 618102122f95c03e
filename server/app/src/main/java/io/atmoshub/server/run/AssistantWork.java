package io.atmoshub.server.run;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.conversation.Assistant;
import io.atmoshub.assistant.conversation.RunLog;
import io.atmoshub.assistant.file.ProjectFolder;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Happening;
import java.nio.file.Files;

/// The assistant at work on a project, under the policy as it is at each call.
public final class AssistantWork implements RunWork {
    private final Assistant assistant;
    private final RunPolicies policies;

    public AssistantWork(Assistant assistant, RunPolicies policies) {
        this.assistant = assistant;
        this.policies = policies;
    }

    @Override
    public void work(ClaimedRun run, RunLog log, Cancellation cancellation) {
        if (!Files.isDirectory(run.folder())) {
            log.append(
                    Actor.HUB,
                    new Happening.RunFailed(
                            run.id(),
                            "The project's folder %s is not there.".formatted(run.folder()),
                            "Ask an admin to bring it back or to register the project again."));
            return;
        }
        assistant.work(
                run.id(),
                run.message(),
                log,
                new ProjectFolder(run.folder()),
                () -> policies.of(run),
                cancellation);
    }
}
