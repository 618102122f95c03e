package io.atmoshub.server.run;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.conversation.Assistant;
import io.atmoshub.assistant.conversation.RunLog;
import io.atmoshub.assistant.file.ProjectFolder;
import io.atmoshub.assistant.model.Model;
import io.atmoshub.assistant.tool.Toolbox;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.server.database.Tx;
import io.atmoshub.server.model.HubModels;
import java.nio.file.Files;

/// The assistant at work on a project, with the model of the session, under the policy as it is at each call.
public final class AssistantWork implements RunWork {
    private final HubModels models;
    private final Toolbox tools;
    private final Tx tx;
    private final RunPolicies policies;

    public AssistantWork(HubModels models, Toolbox tools, Tx tx, RunPolicies policies) {
        this.models = models;
        this.tools = tools;
        this.tx = tx;
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
        Model model = tx.call(em -> models.answering(em, run.session()));
        new Assistant(model, tools)
                .work(
                        run.id(),
                        run.message(),
                        log,
                        new ProjectFolder(run.folder()),
                        () -> policies.of(run),
                        cancellation);
    }
}
