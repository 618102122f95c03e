package io.atmoshub.assistant.conversation;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.file.ProjectFolder;
import io.atmoshub.assistant.model.Model;
import io.atmoshub.assistant.model.ModelException;
import io.atmoshub.assistant.model.ModelRequest;
import io.atmoshub.assistant.model.Turn;
import io.atmoshub.assistant.permission.Policy;
import io.atmoshub.assistant.tool.Toolbox;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import java.util.List;
import java.util.UUID;

/// Answers messages. All that it knows of a run is in the session's log, so a run goes on from wherever it
/// was left, on any machine; one that has ended is left as it is. Blocking, made for virtual threads; one
/// instance serves all.
public final class Assistant {
    private final Model model;
    private final Toolbox tools;
    private final Limits limits;

    public Assistant(Model model, Toolbox tools) {
        this(model, tools, Limits.USUAL);
    }

    public Assistant(Model model, Toolbox tools, Limits limits) {
        this.model = model;
        this.tools = tools;
        this.limits = limits;
    }

    /// Begins a run, or goes on with one: after a crash, after an answer to what it asked, or, with the stop
    /// already requested, to end one that was parked.
    public Ending work(
            RunId run, UUID messageId, RunLog log, ProjectFolder project, Policy policy, Cancellation cancellation) {
        log.append(Actor.ASSISTANT, new Happening.RunStarted(run, messageId, model.name()));
        List<Turn> turns = log.history().stream()
                .map(SessionEvent::what)
                .filter(Happening.UserMessage.class::isInstance)
                .<Turn>map(what -> new Turn.Asked("", ((Happening.UserMessage) what).text()))
                .toList();
        StringBuilder text = new StringBuilder();
        try {
            model.answer(
                    new ModelRequest(turns, tools.specs()),
                    piece -> {
                        if (text.length() + piece.length() > limits.longestText()) {
                            throw new IllegalStateException("the model doesn't stop");
                        }
                        log.live(new LiveText(run, 0, text.length(), piece));
                        text.append(piece);
                    },
                    cancellation);
        } catch (ModelException e) {
            log.append(Actor.ASSISTANT, new Happening.RunFailed(run, e.reason(), e.hint()));
            return Ending.FAILED;
        }
        log.append(Actor.ASSISTANT, new Happening.AssistantText(run, 0, text.toString()));
        log.append(Actor.ASSISTANT, new Happening.RunFinished(run));
        return Ending.FINISHED;
    }
}
