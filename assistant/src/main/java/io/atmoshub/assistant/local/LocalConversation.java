package io.atmoshub.assistant.local;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.agent.Agent;
import io.atmoshub.assistant.builtin.BuiltInAssistant;
import io.atmoshub.assistant.conversation.AiSettings;
import io.atmoshub.assistant.conversation.Assistant;
import io.atmoshub.assistant.conversation.Ending;
import io.atmoshub.assistant.file.ProjectFolder;
import io.atmoshub.assistant.permission.Document;
import io.atmoshub.assistant.permission.Policy;
import io.atmoshub.assistant.permission.ProjectDocuments;
import io.atmoshub.assistant.permission.Rule;
import io.atmoshub.assistant.tool.Toolbox;
import io.atmoshub.assistant.tool.file.FileTools;
import io.atmoshub.assistant.tool.stack.StackTools;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionListener;
import io.atmoshub.hub.session.Verdict;
import io.atmoshub.project.Limits;
import io.atmoshub.project.Opening;
import io.atmoshub.project.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A person, the assistant and a folder, with no hub between them. Not for several threads, except that a
/// cancellation may come from any.
public final class LocalConversation {
    /// Asks the person. Blocks until they answered; the answer carries the fingerprint that was shown.
    @FunctionalInterface
    public interface Approvals {
        Answer ask(Happening.ApprovalAsked asked);
    }

    private final Assistant assistant;
    private final ProjectFolder folder;
    private final Actor person;
    private final Approvals approvals;
    private final MemoryLog log;
    private Policy policy = Policy.builtIn().answeredBy("You.");

    public LocalConversation(Path folder, String personName, Approvals approvals, SessionListener listener) {
        this(
                new Assistant(
                        new BuiltInAssistant(),
                        toolbox(),
                        io.atmoshub.assistant.conversation.Limits.USUAL,
                        root -> AiSettings.under(root, Limits.laptop(System.getenv()))),
                folder,
                personName,
                approvals,
                listener);
    }

    /// On somebody's own machine stacks are read as Atmos reads them.
    private static Toolbox toolbox() {
        return FileTools.with(StackTools.under(folder -> Limits.laptop(System.getenv())));
    }

    public LocalConversation(
            Assistant assistant, Path folder, String personName, Approvals approvals, SessionListener listener) {
        this.assistant = assistant;
        this.folder = new ProjectFolder(folder);
        this.person = new Actor(Actor.Kind.PERSON, null, personName);
        this.approvals = approvals;
        this.log = new MemoryLog(listener);
    }

    /// Says it, and returns when the run has ended. Never WAITING: the person is there to be asked.
    public Ending say(Message message, Cancellation cancellation) {
        log.append(person, new Happening.UserMessage(message.id(), message.text(), message.mode()));
        RunId run = RunId.random();
        while (true) {
            Ending ending = assistant.work(run, message.id(), log, folder, this::policyNow, cancellation);
            if (ending != Ending.WAITING) {
                return ending;
            }
            for (Happening.ApprovalAsked asked : open()) {
                if (!cancellation.requested()) {
                    answered(asked, approvals.ask(asked));
                }
            }
        }
    }

    /// From the next message on, this agent answers.
    public void choose(Agent agent) {
        log.append(person, new Happening.AgentChosen(agent.name(), agent.displayName()));
    }

    /// A project tightens what its assistant may do here too.
    private Policy policyNow() {
        Policy now = policy;
        for (Document document :
                ProjectDocuments.of(() -> Project.open(Opening.of(folder.root()), Limits.laptop(System.getenv())))) {
            now = now.with(document);
        }
        return now;
    }

    /// Everything so far.
    public List<SessionEvent> events() {
        return log.history();
    }

    private List<Happening.ApprovalAsked> open() {
        Map<CallId, Happening.ApprovalAsked> open = new LinkedHashMap<>();
        for (SessionEvent event : log.history()) {
            switch (event.what()) {
                case Happening.ApprovalAsked asked -> open.put(asked.call(), asked);
                case Happening.Decided decided -> open.remove(decided.call());
                case Happening.ToolFinished finished -> open.remove(finished.call());
                default -> {}
            }
        }
        return new ArrayList<>(open.values());
    }

    private void answered(Happening.ApprovalAsked asked, Answer answer) {
        boolean same =
                answer.call().equals(asked.call()) && answer.fingerprint().equals(asked.fingerprint());
        boolean allowed = same && answer.choice() != Choice.DENY;
        String rule = allowed && answer.choice() == Choice.ALLOW_ALWAYS ? "always: " + asked.alwaysRule() : "once";
        if (allowed && answer.choice() == Choice.ALLOW_ALWAYS) {
            policy = policy.with(List.of(Rule.grant("", asked.alwaysRule())));
        }
        log.append(
                person,
                new Happening.Decided(
                        asked.run(),
                        asked.call(),
                        allowed ? Verdict.ALLOWED : Verdict.DENIED,
                        rule,
                        same ? answer.reason() : "the answer was to something else"));
    }
}
