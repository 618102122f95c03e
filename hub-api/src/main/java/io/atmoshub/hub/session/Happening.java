package io.atmoshub.hub.session;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.project.ProjectName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an event of a session says happened. The name beside each case is its kind in JSON and in the
/// database, and never changes.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Happening.UserMessage.class, name = "user_message"),
    @JsonSubTypes.Type(value = Happening.RunStarted.class, name = "run_started"),
    @JsonSubTypes.Type(value = Happening.RunResumed.class, name = "run_resumed"),
    @JsonSubTypes.Type(value = Happening.AssistantText.class, name = "assistant_text"),
    @JsonSubTypes.Type(value = Happening.ToolCalled.class, name = "tool_called"),
    @JsonSubTypes.Type(value = Happening.ApprovalAsked.class, name = "approval_asked"),
    @JsonSubTypes.Type(value = Happening.Approved.class, name = "approved"),
    @JsonSubTypes.Type(value = Happening.Decided.class, name = "decided"),
    @JsonSubTypes.Type(value = Happening.ToolStarted.class, name = "tool_started"),
    @JsonSubTypes.Type(value = Happening.FileWritten.class, name = "file_written"),
    @JsonSubTypes.Type(value = Happening.ToolFinished.class, name = "tool_finished"),
    @JsonSubTypes.Type(value = Happening.RunFinished.class, name = "run_finished"),
    @JsonSubTypes.Type(value = Happening.RunFailed.class, name = "run_failed"),
    @JsonSubTypes.Type(value = Happening.RunCancelled.class, name = "run_cancelled"),
    @JsonSubTypes.Type(value = Happening.Renamed.class, name = "renamed"),
    @JsonSubTypes.Type(value = Happening.Shared.class, name = "shared"),
    @JsonSubTypes.Type(value = Happening.FilesApplied.class, name = "files_applied"),
    @JsonSubTypes.Type(value = Happening.FilesCommitted.class, name = "files_committed"),
    @JsonSubTypes.Type(value = Happening.FilesDiscarded.class, name = "files_discarded"),
    @JsonSubTypes.Type(value = Happening.AgentChosen.class, name = "agent_chosen"),
    @JsonSubTypes.Type(value = Happening.Compacted.class, name = "compacted"),
    @JsonSubTypes.Type(value = Happening.CompactionUndone.class, name = "compaction_undone"),
    @JsonSubTypes.Type(value = Happening.ModelChosen.class, name = "model_chosen"),
    @JsonSubTypes.Type(value = Happening.MessageWithdrawn.class, name = "message_withdrawn"),
    @JsonSubTypes.Type(value = Happening.Rated.class, name = "rated"),
    @JsonSubTypes.Type(value = Happening.BranchedOff.class, name = "branched_off"),
    @JsonSubTypes.Type(value = Happening.BranchBegun.class, name = "branch_begun"),
    @JsonSubTypes.Type(value = Happening.Imported.class, name = "imported"),
    @JsonSubTypes.Type(value = Happening.PlanApproved.class, name = "plan_approved"),
})
public sealed interface Happening {
    /// A person said something; a run will answer it.
    record UserMessage(UUID messageId, String text, Mode mode) implements Happening {
        public UserMessage {
            // Events from before there were modes have none.
            mode = mode == null ? Mode.WORK : mode;
        }

        public UserMessage(UUID messageId, String text) {
            this(messageId, text, Mode.WORK);
        }
    }

    /// The assistant took up a message. `assistant` names what answers, a model or the built-in assistant.
    record RunStarted(RunId run, UUID messageId, String assistant) implements Happening {}

    /// The run went on after its server stopped or died.
    record RunResumed(RunId run, String reason) implements Happening {}

    /// A block of the answer that is complete. Blocks of a run count from 0.
    record AssistantText(RunId run, int block, String text) implements Happening {}

    /// The assistant wants a tool. `words` say it to a person: "Read `stacks/catalog/vpc.yaml`".
    record ToolCalled(RunId run, ToolCall call, String words) implements Happening {}

    /// The call needs a person: it is shown with the rule that asks, who may answer, and the rule that
    /// "allow always" would add, empty where it would not count. An answer must carry the same fingerprint.
    /// `demand` is what the rule wants of who answers; events from before there were demands have none.
    record ApprovalAsked(
            RunId run,
            CallId call,
            String fingerprint,
            String words,
            String rule,
            String whoMayAnswer,
            String alwaysRule,
            @Nullable FileChange change,
            @Nullable Demand demand)
            implements Happening {
        public ApprovalAsked(
                RunId run,
                CallId call,
                String fingerprint,
                String words,
                String rule,
                String whoMayAnswer,
                String alwaysRule,
                @Nullable FileChange change) {
            this(run, call, fingerprint, words, rule, whoMayAnswer, alwaysRule, change, null);
        }

        public Demand demanded() {
            return demand == null ? Demand.ANYBODY : demand;
        }
    }

    /// One of several people allowed the call; `given` of `needed` so far. The last one decides it.
    record Approved(RunId run, CallId call, int given, int needed) implements Happening {}

    /// Policy or a person (the event's actor) decided, by this rule or for this reason.
    record Decided(
            RunId run,
            CallId call,
            Verdict verdict,
            String rule,
            @Nullable String reason) implements Happening {}

    /// Committed before the tool runs.
    record ToolStarted(RunId run, CallId call) implements Happening {}

    /// A file of the session's own copy was written. `baseHash` is the SHA-256 of what was approved as
    /// its base, none for a new file.
    record FileWritten(
            RunId run, CallId call, String path, @Nullable String baseHash, String content) implements Happening {}

    /// `summary` says it in five words, `output` is what the assistant got to see.
    record ToolFinished(RunId run, CallId call, Outcome outcome, String summary, String output) implements Happening {}

    record RunFinished(RunId run) implements Happening {}

    /// The reason is for a person; the hint says what they can do.
    record RunFailed(RunId run, String reason, String hint) implements Happening {}

    record RunCancelled(RunId run) implements Happening {}

    record Renamed(SessionName name) implements Happening {}

    record Shared(Visibility visibility) implements Happening {}

    /// A person took over what the session wrote: the project's folder has these files now.
    record FilesApplied(List<String> paths) implements Happening {
        public FilesApplied {
            paths = List.copyOf(paths);
        }
    }

    /// A person committed what the session wrote; the session keeps its copy.
    record FilesCommitted(Commit commit, List<String> paths) implements Happening {
        public FilesCommitted {
            paths = List.copyOf(paths);
        }
    }

    /// A person threw away what the session wrote.
    record FilesDiscarded(List<String> paths) implements Happening {
        public FilesDiscarded {
            paths = List.copyOf(paths);
        }
    }

    /// From the next message on, this agent answers; `displayName` is what people call it.
    record AgentChosen(String agent, String displayName) implements Happening {}

    /// The model no longer sees the events from `from` to `to`, both included, but the summary in their place. The
    /// events stay. `byModel` tells a summary from a list of what was left out.
    record Compacted(long from, long to, String summary, boolean byModel) implements Happening {}

    /// The event `compacted` counts no more: the model sees again what it summed up.
    record CompactionUndone(long compacted) implements Happening {}

    /// From the next message on, this model answers; `name` is what people call it.
    record ModelChosen(ModelRef model, String name) implements Happening {}

    /// The message was taken back before the assistant took it up; no run will answer it.
    record MessageWithdrawn(UUID messageId) implements Happening {}

    /// What a person (the event's actor) thinks of the answer of a run.
    record Rated(RunId run, Thumb thumb, @Nullable String word) implements Happening {}

    /// Somebody went on from before this message in a session of their own.
    record BranchedOff(SessionId branch, SessionName name, UUID messageId) implements Happening {}

    /// All before this was said in another session, up to this event there.
    record BranchBegun(SessionId from, SessionName name, long upTo) implements Happening {}

    /// The plan with which this run ended is to be carried out; the message after it says so to the assistant.
    record PlanApproved(RunId run) implements Happening {}

    /// All before this was read from a file; nobody here vouches for it.
    record Imported(SessionName name, ProjectName project, Instant exportedAt) implements Happening {}
}
