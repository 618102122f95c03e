package io.atmoshub.cli.ai;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.conversation.Plan;
import io.atmoshub.hub.session.Activity;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.Mode;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Subscription;
import java.util.Optional;
import java.util.function.Consumer;

/// A question to a hub: said, followed to its end, with approvals on the way.
record HubAsk(Terminal terminal, Hub hub, boolean json) {
    int ask(Session session, Message message) throws InterruptedException {
        int exit = followed(
                session,
                new RunView(terminal, message.id(), json),
                id -> hub.sessions().say(id, message));
        if (message.mode() == Mode.PLAN && !json && exit == Atmos.DONE) {
            terminal.err().line("Approve the plan with: atmos ai approve " + session.id());
        }
        return exit;
    }

    /// The work on a plan is the answer to a message that the hub says.
    int approve(Session session, Plan plan) throws InterruptedException {
        return followed(
                session,
                RunView.ofNext(terminal, json),
                id -> hub.conversations().approve(id, plan.run()));
    }

    private int followed(Session session, RunView view, Consumer<SessionId> begin) throws InterruptedException {
        SessionId id = session.id();
        if (session.activity() == Activity.WAITING) {
            terminal.err().line("An earlier question of this session waits for an approval; yours comes after it.");
        }
        Runnable uninterrupted = terminal.interrupts().during(() -> stop(id));
        try (Subscription held = hub.sessions().follow(id, session.lastSeq(), view)) {
            begin.accept(id);
            int exit = follow(id, view, held);
            if (!json) {
                terminal.err().line("Session %s".formatted(id));
            }
            return exit;
        } finally {
            uninterrupted.run();
        }
    }

    private int follow(SessionId id, RunView view, Subscription held) throws InterruptedException {
        while (true) {
            switch (view.next()) {
                case RunView.Turn.Finished _ -> {
                    return Atmos.DONE;
                }
                case RunView.Turn.BrokenOff _ -> {
                    return Atmos.FAILED;
                }
                case RunView.Turn.Gone(HubException why) -> throw why;
                case RunView.Turn.Asked(Happening.ApprovalAsked asked) -> {
                    if (!view.settled(asked.call()) && !answered(id, view, asked)) {
                        held.close();
                        terminal.err()
                                .line(
                                        "The answer waits for an approval. Give it in the browser, or on a terminal with: atmos ai follow %s"
                                                .formatted(id));
                        return Atmos.FAILED;
                    }
                }
            }
        }
    }

    /// False when it stays open and nobody is here to answer.
    private boolean answered(SessionId id, RunView view, Happening.ApprovalAsked asked) {
        if (!terminal.interactive() || json) {
            return false;
        }
        return answered(id, asked, () -> !view.settled(asked.call()));
    }

    /// Asks the person until the hub takes an answer. Also true when somebody else was faster.
    boolean answered(SessionId id, Happening.ApprovalAsked asked, java.util.function.BooleanSupplier open) {
        while (open.getAsBoolean()) {
            Optional<Choice> choice = new ApprovalCard(terminal).ask(asked, open);
            if (choice.isEmpty()) {
                return !open.getAsBoolean();
            }
            try {
                hub.sessions().answer(id, new Answer(asked.call(), asked.fingerprint(), choice.get(), null));
                return true;
            } catch (HubException refusal) {
                terminal.err().line(refusal.what());
                terminal.err().line(refusal.hint());
                if (refusal.code() == ErrorCode.CONFLICT) {
                    return true;
                }
                if (refusal.code() != ErrorCode.NOT_ALLOWED || choice.get() != Choice.ALLOW_ALWAYS) {
                    return false;
                }
            }
        }
        return true;
    }

    private void stop(SessionId id) {
        try {
            hub.sessions().stop(id);
            terminal.err().line("Stopped.");
        } catch (HubException e) {
            terminal.err().line("The run may go on: " + e.what());
        }
    }
}
