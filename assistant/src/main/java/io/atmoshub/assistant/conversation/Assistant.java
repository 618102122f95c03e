package io.atmoshub.assistant.conversation;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.file.ProjectFolder;
import io.atmoshub.assistant.model.Model;
import io.atmoshub.assistant.permission.Policy;
import io.atmoshub.assistant.tool.Toolbox;
import io.atmoshub.hub.session.RunId;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/// Answers messages. All that it knows of a run is in the session's log, so a run goes on from wherever it
/// was left, on any machine; one that has ended is left as it is. Blocking, made for virtual threads; one
/// instance serves all.
public final class Assistant {
    private final Model model;
    private final Toolbox tools;
    private final Limits limits;
    private final Function<Path, AiSettings> settings;

    public Assistant(Model model, Toolbox tools) {
        this(model, tools, Limits.USUAL);
    }

    public Assistant(Model model, Toolbox tools, Limits limits) {
        this(model, tools, limits, AiSettings::inServer);
    }

    /// @param settings what the project in a folder says about the assistant
    public Assistant(Model model, Toolbox tools, Limits limits, Function<Path, AiSettings> settings) {
        this.model = model;
        this.tools = tools;
        this.limits = limits;
        this.settings = settings;
    }

    /// Under a policy that stays as it is.
    public Ending work(
            RunId run, UUID messageId, RunLog log, ProjectFolder project, Policy policy, Cancellation cancellation) {
        return work(run, messageId, log, project, () -> policy, cancellation);
    }

    /// Begins a run, or goes on with one: after a crash, after an answer to what it asked, or, with the stop
    /// already requested, to end one that was parked.
    ///
    /// Whoever calls it owns the run. Throws {@link StaleRunException} when another owner took over. An
    /// interrupt makes it leave as a crash would, at once and without a word in the log, by the same
    /// exception; the thread stays interrupted.
    ///
    /// @param policies the policy as it is now; asked before every step of a call
    public Ending work(
            RunId run,
            UUID messageId,
            RunLog log,
            ProjectFolder project,
            Supplier<Policy> policies,
            Cancellation cancellation) {
        try {
            AgentAtWork agent = AgentAtWork.of(messageId, log.history(), settings.apply(project.root()));
            return new RunAtWork(
                            model,
                            agent,
                            agent.tools(tools),
                            limits,
                            run,
                            messageId,
                            log,
                            project,
                            () -> agent.under(policies.get()),
                            cancellation)
                    .toItsEnd();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new StaleRunException("The run was left: its thread was interrupted.");
        }
    }
}
