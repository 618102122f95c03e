package io.atmoshub.hub.conversation;

import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Mode;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the assistant would do, in its own words, waiting for somebody to approve it.
public record Plan(RunId run, String text) {
    /// What is said to the assistant when a plan is approved.
    public static final String CARRY_OUT = "The plan is approved. Carry it out.";

    /// The plan that the session waits with: the last message wanted one, its answer is complete, and nobody approved
    /// it yet.
    public static Optional<Plan> open(List<SessionEvent> events) {
        @Nullable UUID message = null;
        @Nullable RunId run = null;
        String text = "";
        boolean complete = false;
        for (SessionEvent event : events) {
            switch (event.what()) {
                case Happening.UserMessage said -> {
                    message = said.mode() == Mode.PLAN ? said.messageId() : null;
                    run = null;
                    complete = false;
                }
                case Happening.RunStarted started -> {
                    if (started.messageId().equals(message)) {
                        run = started.run();
                    }
                }
                case Happening.AssistantText said -> text = said.run().equals(run) ? said.text() : text;
                case Happening.RunFinished finished ->
                    complete |= finished.run().equals(run);
                case Happening.PlanApproved approved -> {
                    if (approved.run().equals(run)) {
                        run = null;
                    }
                }
                default -> {}
            }
        }
        return run != null && complete && !text.isBlank() ? Optional.of(new Plan(run, text)) : Optional.empty();
    }
}
