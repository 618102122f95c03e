package io.atmoshub.assistant.conversation;

import io.atmoshub.assistant.file.Secrets;
import io.atmoshub.assistant.file.SessionCopy;
import io.atmoshub.assistant.permission.Policy;
import io.atmoshub.assistant.permission.Rule;
import io.atmoshub.assistant.permission.Ruling;
import io.atmoshub.assistant.permission.Verb;
import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.Effect;
import io.atmoshub.assistant.tool.Tool;
import io.atmoshub.assistant.tool.ToolContext;
import io.atmoshub.assistant.tool.ToolFailure;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Demand;
import io.atmoshub.hub.session.FileChange;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One call of a tool on its way: ruled on, asked about, decided, run, finished; each step an event.
final class CallAtWork {
    private static final String DENIED_BY_RULE =
            "A rule denies it: %s. Don't try it in another way; say what you can't do.";

    private final RunAtWork at;
    private final Policy policy;
    private final RunState.CallState state;
    private final List<SessionEvent> events;

    CallAtWork(RunAtWork at, Policy policy, RunState.CallState state, List<SessionEvent> events) {
        this.at = at;
        this.policy = policy;
        this.state = state;
        this.events = events;
    }

    /// Does what can be done now; a call that has to be asked about is left waiting.
    void oneOfItsSteps() throws InterruptedException {
        Optional<Tool> tool = at.tools().find(state.call.tool());
        if (tool.isEmpty()) {
            finish(Outcome.FAILED, "no such tool", "There is no tool \"%s\".".formatted(state.call.tool()));
            return;
        }
        try {
            Arguments arguments = Arguments.of(tool.get().spec(), state.call.arguments());
            if (state.started) {
                goOn(tool.get(), arguments);
            } else if (state.decided != null) {
                decided(tool.get(), arguments, state.decided);
            } else {
                rule(tool.get(), arguments);
            }
        } catch (ToolFailure e) {
            finish(Outcome.FAILED, e.summary(), e.output());
        }
    }

    private void rule(Tool tool, Arguments arguments) throws ToolFailure, InterruptedException {
        Ruling ruling = policy.ruling(CallFacts.of(tool, state.call, arguments, policy.situation()));
        switch (ruling.verb()) {
            case ALLOW -> {
                decide(Verdict.ALLOWED, ruling);
                start(tool, arguments);
            }
            case DENY -> {
                decide(Verdict.DENIED, ruling);
                finish(
                        Outcome.DENIED,
                        "denied",
                        DENIED_BY_RULE.formatted(ruling.rule().cited()));
            }
            case PROMPT -> {
                @Nullable
                FileChange change =
                        tool.change(arguments, files(tool, arguments)).orElse(null);
                at.append(new Happening.ApprovalAsked(
                        at.run(),
                        state.call.id(),
                        state.call.fingerprint(),
                        tool.words(arguments),
                        ruling.rule().cited(),
                        who(ruling.demand()),
                        ruling.alwaysCounts() ? Rule.alwaysForm(state.call.tool(), tool.path(arguments)) : "",
                        change,
                        ruling.demand()));
            }
        }
    }

    private void decided(Tool tool, Arguments arguments, Happening.Decided decided)
            throws ToolFailure, InterruptedException {
        if (decided.verdict() == Verdict.DENIED) {
            String why = state.decidedByPerson
                    ? "A person denied it%s. Don't try it in another way; go on without it, or say what you can't do."
                            .formatted(decided.reason() == null ? "" : ": " + decided.reason())
                    : DENIED_BY_RULE.formatted(decided.rule());
            finish(Outcome.DENIED, "denied", why);
            return;
        }
        // Rules may have changed since somebody allowed it, and deny beats everything.
        Ruling now = policy.ruling(CallFacts.of(tool, state.call, arguments, policy.situation()));
        if (now.verb() == Verb.DENY) {
            finish(Outcome.DENIED, "denied", DENIED_BY_RULE.formatted(now.rule().cited()));
            return;
        }
        // And what people were asked for then may be less than what is asked for now.
        if (now.verb() == Verb.PROMPT && !(state.decidedByPerson && demanded().covers(now.demand()))) {
            finish(
                    Outcome.DENIED,
                    "denied",
                    "It was allowed, but the rules have become stricter since: %s. Ask for it again, and say why it is needed."
                            .formatted(now.rule().cited()));
            return;
        }
        start(tool, arguments);
    }

    private Demand demanded() {
        return state.asked == null ? Demand.ANYBODY : state.asked.demanded();
    }

    private String who(Demand demand) {
        if (demand.equals(Demand.ANYBODY)) {
            return policy.whoMayAnswer();
        }
        return "%s with the role approver%s."
                .formatted(
                        demand.approvers() <= 1 ? "Somebody" : demand.approvers() + " people",
                        demand.notTheAsker() ? ", other than who asked" : "");
    }

    /// The session's copy as this call may see it: without what rules close, save the one file that was ruled on.
    private SessionCopy files(Tool tool, Arguments arguments) {
        Predicate<String> unseen = policy.unseen(CallFacts.of(tool, state.call, arguments, policy.situation()));
        Optional<String> own = tool.path(arguments);
        return at.sessionCopy(events, path -> own.filter(path.value()::equals).isEmpty() && unseen.test(path.value()));
    }

    private void start(Tool tool, Arguments arguments) throws ToolFailure, InterruptedException {
        at.append(new Happening.ToolStarted(at.run(), state.call.id()));
        run(tool, arguments);
    }

    /// It was started when its server died.
    private void goOn(Tool tool, Arguments arguments) throws ToolFailure, InterruptedException {
        if (state.written != null) {
            finish(Outcome.OK, "written", "%s was written.".formatted(state.written.path()));
        } else if (tool.spec().effect() == Effect.ACTS) {
            finish(
                    Outcome.UNKNOWN,
                    "outcome unknown",
                    "It had been started when the server stopped; nobody knows how far it came. Look before it is tried again.");
        } else {
            run(tool, arguments);
        }
    }

    private void run(Tool tool, Arguments arguments) throws ToolFailure, InterruptedException {
        @Nullable FileChange approved = state.asked == null ? null : state.asked.change();
        ToolResult result;
        try {
            result =
                    ToolDesk.run(tool, arguments, new ToolContext(files(tool, arguments), approved), at.cancellation());
        } catch (CancellationException _) {
            // The run sees the same stop next, and finishes this call with all others.
            return;
        }
        if (result.written() != null) {
            at.append(new Happening.FileWritten(
                    at.run(),
                    state.call.id(),
                    result.written().path(),
                    result.written().baseHash(),
                    result.written().content()));
        }
        finish(Outcome.OK, result.summary(), result.output());
    }

    private void decide(Verdict verdict, Ruling ruling) {
        at.log()
                .append(
                        Actor.HUB,
                        new Happening.Decided(
                                at.run(),
                                state.call.id(),
                                verdict,
                                ruling.rule().cited(),
                                null));
    }

    private void finish(Outcome outcome, String summary, String output) {
        String clean = CleanText.of(Secrets.masked(output));
        int most = at.limits().longestOutput();
        String cut = clean.length() > most
                ? CleanText.of(clean.substring(0, most)) + "\n… cut here; ask for a smaller part\n"
                : clean;
        at.append(new Happening.ToolFinished(at.run(), state.call.id(), outcome, CleanText.of(summary), cut));
    }
}
