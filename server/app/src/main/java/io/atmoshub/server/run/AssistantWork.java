package io.atmoshub.server.run;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.conversation.Assistant;
import io.atmoshub.assistant.conversation.RunLog;
import io.atmoshub.assistant.file.ProjectFolder;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Happening;
import java.nio.file.Files;
import java.util.function.Function;

/// The assistant of each run at work on its project, under the policy as it is at each call.
public final class AssistantWork implements RunWork {
    private final Function<ClaimedRun, Assistant> assistants;
    private final RunPolicies policies;

    public AssistantWork(Function<ClaimedRun, Assistant> assistants, RunPolicies policies) {
        this.assistants = assistants;
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
        assistants
                .apply(run)
                .work(
                        run.id(),
                        run.message(),
                        log,
                        new ProjectFolder(run.folder()),
                        () -> policies.of(run),
                        cancellation);
    }
}
