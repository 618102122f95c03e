package io.atmoshub.cli.ai;

import io.atmoshub.assistant.StopSignal;
import io.atmoshub.assistant.agent.Agent;
import io.atmoshub.assistant.agent.Agents;
import io.atmoshub.assistant.conversation.AiSettings;
import io.atmoshub.assistant.conversation.Ending;
import io.atmoshub.assistant.local.LocalConversation;
import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionListener;
import io.atmoshub.project.Limits;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A question without a hub: the built-in assistant answers about this folder. What the person allows it to
/// write is written here, for there is no session that could keep it.
record LocalAsk(Terminal terminal, boolean json, @Nullable String agent) {
    int ask(Message message) {
        var unasked = new AtomicBoolean();
        var broken = new AtomicBoolean();
        var view = new Written(new RunView(terminal, message.id(), json), broken);
        var conversation = new LocalConversation(
                terminal.folder(), System.getProperty("user.name", "You"), asked -> answer(asked, unasked), view);
        if (agent != null) {
            conversation.choose(found(agent));
        }
        var stop = new StopSignal();
        Runnable uninterrupted = terminal.interrupts().during(stop::request);
        try {
            Ending ending = conversation.say(message, stop);
            if (!json) {
                terminal.err().line("Answered without a hub. To use your team's: atmos hub login URL --token-stdin");
            }
            return ending == Ending.FINISHED && !unasked.get() && !broken.get() ? Atmos.DONE : Atmos.FAILED;
        } finally {
            uninterrupted.run();
        }
    }

    private Agent found(String name) {
        Agents agents = AiSettings.under(terminal.folder(), Limits.laptop(terminal.environment()))
                .agents();
        return agents.find(name)
                .orElseThrow(() -> new HubException(
                        ErrorCode.NOT_FOUND,
                        "There is no agent \"%s\".".formatted(name),
                        "There are: " + agents.names()));
    }

    private Answer answer(Happening.ApprovalAsked asked, AtomicBoolean unasked) {
        Choice choice = Choice.DENY;
        String reason = null;
        if (terminal.interactive() && !json) {
            choice = new ApprovalCard(terminal).ask(asked, () -> true).orElse(Choice.DENY);
        } else {
            unasked.set(true);
            reason = "nobody was there to answer";
            terminal.err()
                    .line("This needs your approval: %s. Ask again on a terminal, where you can give it."
                            .formatted(asked.words()));
        }
        return new Answer(asked.call(), asked.fingerprint(), choice, reason);
    }

    /// Shows everything, and writes what was allowed.
    private final class Written implements SessionListener {
        private final RunView view;
        private final AtomicBoolean broken;

        Written(RunView view, AtomicBoolean broken) {
            this.view = view;
            this.broken = broken;
        }

        @Override
        public void event(SessionEvent event) {
            view.event(event);
            if (event.what() instanceof Happening.FileWritten written) {
                try {
                    new LocalFile(terminal.folder()).write(written);
                    terminal.err().line("Written to this folder: " + written.path());
                } catch (IOException e) {
                    broken.set(true);
                    terminal.err().line("%s was not written: %s".formatted(written.path(), e.getMessage()));
                }
            }
        }

        @Override
        public void text(LiveText text) {
            view.text(text);
        }

        @Override
        public void ended(HubException why) {
            view.ended(why);
        }
    }
}
