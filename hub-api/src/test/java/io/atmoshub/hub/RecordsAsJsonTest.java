package io.atmoshub.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.atmoshub.hub.account.Me;
import io.atmoshub.hub.account.PasswordChange;
import io.atmoshub.hub.audit.AuditEntry;
import io.atmoshub.hub.audit.AuditFilter;
import io.atmoshub.hub.audit.Checkpoint;
import io.atmoshub.hub.conversation.Rating;
import io.atmoshub.hub.conversation.Rewrite;
import io.atmoshub.hub.conversation.SessionExport;
import io.atmoshub.hub.mirror.MirrorDownload;
import io.atmoshub.hub.mirror.MirrorEvidence;
import io.atmoshub.hub.mirror.MirrorFile;
import io.atmoshub.hub.mirror.MirrorFileDetails;
import io.atmoshub.hub.mirror.MirrorUsage;
import io.atmoshub.hub.mirror.QuarantineDecision;
import io.atmoshub.hub.mirror.QuarantineId;
import io.atmoshub.hub.mirror.QuarantinedFile;
import io.atmoshub.hub.mirror.Recall;
import io.atmoshub.hub.mirror.RecallOrder;
import io.atmoshub.hub.mirror.Verification;
import io.atmoshub.hub.model.ConnectionTest;
import io.atmoshub.hub.model.ModelOffer;
import io.atmoshub.hub.model.ModelPrice;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.model.ProviderChange;
import io.atmoshub.hub.model.ProviderKey;
import io.atmoshub.hub.model.ProviderSetup;
import io.atmoshub.hub.people.DisplayName;
import io.atmoshub.hub.people.Invitation;
import io.atmoshub.hub.people.LoginName;
import io.atmoshub.hub.people.NewPerson;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.PersonId;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.policy.Grant;
import io.atmoshub.hub.policy.GrantId;
import io.atmoshub.hub.policy.PolicyChange;
import io.atmoshub.hub.policy.PolicyDocument;
import io.atmoshub.hub.policy.PolicyFinding;
import io.atmoshub.hub.policy.PolicyRevision;
import io.atmoshub.hub.policy.PolicyRule;
import io.atmoshub.hub.policy.WhatHappens;
import io.atmoshub.hub.policy.WhatIf;
import io.atmoshub.hub.project.NewProject;
import io.atmoshub.hub.project.Project;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.project.ProjectName;
import io.atmoshub.hub.session.Activity;
import io.atmoshub.hub.session.Actor;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.BranchName;
import io.atmoshub.hub.session.CallId;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Commit;
import io.atmoshub.hub.session.Demand;
import io.atmoshub.hub.session.FileChange;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionFilter;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Thumb;
import io.atmoshub.hub.session.ToolCall;
import io.atmoshub.hub.session.Verdict;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.stack.ComponentRef;
import io.atmoshub.hub.stack.ComponentSummary;
import io.atmoshub.hub.stack.ComponentValue;
import io.atmoshub.hub.stack.Finding;
import io.atmoshub.hub.stack.Import;
import io.atmoshub.hub.stack.MergedComponent;
import io.atmoshub.hub.stack.Neighbours;
import io.atmoshub.hub.stack.Place;
import io.atmoshub.hub.stack.StackList;
import io.atmoshub.hub.stack.StackSummary;
import io.atmoshub.hub.stack.ValueLayer;
import io.atmoshub.hub.token.AccessToken;
import io.atmoshub.hub.token.IssuedToken;
import io.atmoshub.hub.token.NewToken;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.hub.token.TokenId;
import io.atmoshub.hub.token.TokenName;
import io.atmoshub.hub.usage.UsageFilter;
import io.atmoshub.hub.usage.UsageSum;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The records are what travels and what the database keeps: each comes back as it went, and the names in
/// them never change.
class RecordsAsJsonTest {
    private static final UUID ID = UUID.fromString("0199a7c2-0000-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-11-20T10:15:30.123456Z");
    private static final RunId RUN = new RunId(ID);
    private static final CallId CALL = new CallId(ID);
    private static final Person ANA = new Person(
            new PersonId(ID), new LoginName("ana"), new DisplayName("Ana"), Role.MEMBER, true, true, AT, null);
    private static final AccessToken TOKEN =
            new AccessToken(new TokenId(ID), new TokenName("laptop"), "ahp_1234", Set.of(Scope.READ), AT, AT, AT);

    static Stream<Object> records() {
        return Stream.concat(
                Stream.of(
                        ANA,
                        new NewPerson(new LoginName("ana"), new DisplayName("Ana"), Role.ADMIN),
                        new Invitation(ANA, "join/abc", AT),
                        new Me(ANA, Set.of(Scope.READ, Scope.CHAT)),
                        new PasswordChange("old password", "a new password"),
                        TOKEN,
                        new IssuedToken(TOKEN, "ahp_secret"),
                        new NewToken(new TokenName("laptop"), Set.of(Scope.CHAT), 30),
                        new Project(new ProjectId(ID), new ProjectName("Acme"), "/srv/acme", AT),
                        new NewProject(new ProjectName("Acme"), "/srv/acme"),
                        new StackList(
                                List.of(new StackSummary("prod", "stacks/prod.yaml", 2)),
                                null,
                                new Finding(new Place("stacks/prod.yaml", 3, 1), "A tab.", "Use blanks.")),
                        new ComponentSummary("terraform", "vpc/defaults", true, false),
                        new MergedComponent(
                                new ComponentRef("prod", "terraform", "vpc"),
                                "components/terraform/vpc",
                                "stacks/prod.yaml",
                                false,
                                true,
                                List.of("vpc/defaults"),
                                List.of(new ComponentValue(
                                        List.of("vars", "zones"),
                                        ComponentValue.Kind.NUMBER,
                                        "3",
                                        new Place("stacks/prod.yaml", 9, 14),
                                        List.of(new ValueLayer(
                                                ValueLayer.Kind.BASE,
                                                "vpc/defaults",
                                                new Place("stacks/vpc.yaml", 5, 14),
                                                "2",
                                                false)),
                                        "nobody knows")),
                                1,
                                List.of(new Import(new Place("stacks/prod.yaml", 2, 5), "stacks/vpc.yaml")),
                                null),
                        new Neighbours(List.of(new ComponentRef("prod", "terraform", "vpc")), List.of()),
                        new Session(
                                new SessionId(ID),
                                new SessionName("Network"),
                                new ProjectId(ID),
                                new ProjectName("Acme"),
                                new PersonId(ID),
                                new DisplayName("Ana"),
                                Visibility.SHARED,
                                Activity.WAITING,
                                true,
                                new ModelRef("anthropic/claude-sonnet-4-5"),
                                7,
                                AT,
                                AT),
                        new ModelOffer(
                                new ModelRef("openai/gpt-5"),
                                "GPT-5",
                                "OpenAI",
                                400_000,
                                128_000,
                                List.of("vision"),
                                new ModelPrice(
                                        new BigDecimal("1.25"),
                                        new BigDecimal("0.125"),
                                        BigDecimal.ONE,
                                        BigDecimal.TEN)),
                        new ProviderSetup(
                                "openai",
                                "OpenAI",
                                true,
                                "It needs a key.",
                                new ProviderKey("1234", "OPENAI_API_KEY"),
                                null,
                                "https://api.openai.com/v1",
                                null,
                                List.of("gpt-5"),
                                "gpt-5",
                                List.of(),
                                null,
                                4096,
                                600,
                                3,
                                Map.of("key", "OPENAI_API_KEY")),
                        ProviderChange.withKey("sk-1"),
                        new UsageSum("2026-11-21", "2026-11-21", 3, 1, 2, 3, 4, new BigDecimal("0.25"), 1, 1, 800L),
                        UsageFilter.between(LocalDate.EPOCH, LocalDate.EPOCH),
                        new MirrorFileDetails(
                                new MirrorFile("https://a.b/c", "t", "v1", "", "ab", 7, Verification.DIGEST, AT, "no"),
                                List.of(new MirrorEvidence(Verification.DIGEST, "sha256:ab", "https://a.b", true)),
                                List.of(new MirrorDownload("ana", "https://a.b/c", 2, 14, AT))),
                        new QuarantinedFile(
                                new QuarantineId(ID),
                                "https://a.b/c",
                                "ab",
                                "cd",
                                7,
                                AT,
                                new QuarantinedFile.Decided(QuarantineDecision.Choice.KEEP, "why", "ana", AT)),
                        new QuarantineDecision(QuarantineDecision.Choice.ACCEPT, "why"),
                        new RecallOrder("ab".repeat(32), "why"),
                        new Recall("ab", "why", "ana", AT, List.of()),
                        new MirrorUsage(
                                1,
                                1,
                                7,
                                0,
                                0,
                                List.of(new MirrorUsage.ToolUsage("t", List.of("v1"), List.of(), 1, 7, 2, 14))),
                        new ConnectionTest(false, "No.", "Look again."),
                        new NewSession(new ProjectId(ID), null, Visibility.PRIVATE),
                        new SessionFilter(new ProjectId(ID), "net"),
                        new Message(ID, "Hello \"you\"\n\u2603"),
                        new Answer(CALL, "ab12", Choice.ALLOW_ALWAYS, null),
                        new Rating(RUN, Thumb.UP, null),
                        SessionExport.of(new SessionName("Network"), new ProjectName("Acme"), AT, List.of()),
                        new Rewrite(ID, new Message(ID, "Again")),
                        new LiveText(RUN, 0, 12, "piece"),
                        new FileChange("a.yaml", null, "x: 1\n"),
                        new PolicyDocument(new PolicyRevision(3, "ana", AT, "why"), "policies: []\n"),
                        PolicyDocument.NONE,
                        new PolicyChange("a: b", "why", 2),
                        new PolicyFinding(1, 2, true, "No.", "Yes."),
                        new PolicyRule("organisation", 3, "deny", "file_*", "paths: a", ""),
                        WhatIf.of("file_read").by("ana"),
                        new WhatHappens("prompt", "organisation@r3: x", new Demand(2, true), false),
                        new Grant(new GrantId(ID), new ProjectId(ID), new ProjectName("Acme"), "file_write(a)", AT),
                        new PageRequest("abc", 20),
                        Problem.of(new HubException(ErrorCode.NOT_FOUND, "There is no such thing.", "Look again.")),
                        new AuditEntry(
                                ID,
                                AT,
                                null,
                                "ana",
                                "127.0.0.1",
                                "session.create",
                                "session",
                                "1",
                                "Network",
                                "ok",
                                Map.of("a", "b"),
                                3L,
                                "ff"),
                        new AuditFilter("ana", null, "*", "ok", AT, null),
                        new Checkpoint(3, "ff", AT, "key", "signature")),
                happenings()
                        .map(what -> new SessionEvent(
                                new SessionId(ID),
                                1,
                                AT,
                                Actor.person(new PersonId(ID), new DisplayName("Ana")),
                                what)));
    }

    static Stream<Happening> happenings() {
        return Stream.of(
                new Happening.UserMessage(ID, "Hello"),
                new Happening.RunStarted(RUN, ID, "built-in"),
                new Happening.RunResumed(RUN, "The server started again."),
                new Happening.AssistantText(RUN, 0, "Hi"),
                new Happening.ToolCalled(
                        RUN, new ToolCall(CALL, "file_read", Map.of("path", "a.yaml", "lines", List.of(1, 2))), "Read"),
                new Happening.ApprovalAsked(
                        RUN,
                        CALL,
                        "ab12",
                        "Write",
                        "rule",
                        "who",
                        "always",
                        new FileChange("a", "b", "c"),
                        new Demand(2, true)),
                new Happening.Approved(RUN, CALL, 1, 2),
                new Happening.Decided(RUN, CALL, Verdict.DENIED, "rule", "Not today"),
                new Happening.ToolStarted(RUN, CALL),
                new Happening.FileWritten(RUN, CALL, "a.yaml", null, "x: 1\n"),
                new Happening.ToolFinished(RUN, CALL, Outcome.UNKNOWN, "summary", "output"),
                new Happening.RunFinished(RUN),
                new Happening.RunFailed(RUN, "reason", "hint"),
                new Happening.RunCancelled(RUN),
                new Happening.Renamed(new SessionName("Network")),
                new Happening.Shared(Visibility.SHARED),
                new Happening.FilesApplied(List.of("a.yaml")),
                new Happening.FilesCommitted(new Commit(new BranchName("change/vpc"), "ab12"), List.of("a.yaml")),
                new Happening.FilesDiscarded(List.of("a.yaml")),
                new Happening.AgentChosen("stack-analyzer", "Stack Analyzer"),
                new Happening.Compacted(1, 40, "They looked at vpc.", true),
                new Happening.CompactionUndone(41),
                new Happening.ModelChosen(new ModelRef("ollama/library/llama3"), "Llama 3"),
                new Happening.MessageWithdrawn(ID),
                new Happening.Rated(RUN, Thumb.DOWN, "Too long"),
                new Happening.BranchedOff(new SessionId(ID), new SessionName("Network"), ID),
                new Happening.BranchBegun(new SessionId(ID), new SessionName("Network"), 12),
                new Happening.Imported(new SessionName("Network"), new ProjectName("Acme"), AT),
                new Happening.PlanApproved(RUN));
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordComesBackAsItWent(Object value) {
        String json = HubJson.write(value);

        assertThat((Object) HubJson.read(json, value.getClass())).isEqualTo(value);
    }

    @Test
    void aPageComesBackAsItWent() {
        var page = new Page<>(List.of(ANA), "next");

        var type = HubJson.mapper().getTypeFactory().constructParametricType(Page.class, Person.class);
        Page<Person> back = HubJson.mapper().readValue(HubJson.write(page), type);

        assertThat(back).isEqualTo(page);
    }

    @Test
    void theKindsOfEventsNeverChange() {
        var names = Arrays.stream(
                        Happening.class.getAnnotation(JsonSubTypes.class).value())
                .collect(java.util.stream.Collectors.toMap(
                        type -> type.value().getSimpleName(), JsonSubTypes.Type::name));

        assertThat(names)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("UserMessage", "user_message"),
                        Map.entry("RunStarted", "run_started"),
                        Map.entry("RunResumed", "run_resumed"),
                        Map.entry("AssistantText", "assistant_text"),
                        Map.entry("ToolCalled", "tool_called"),
                        Map.entry("ApprovalAsked", "approval_asked"),
                        Map.entry("Approved", "approved"),
                        Map.entry("Decided", "decided"),
                        Map.entry("ToolStarted", "tool_started"),
                        Map.entry("FileWritten", "file_written"),
                        Map.entry("ToolFinished", "tool_finished"),
                        Map.entry("RunFinished", "run_finished"),
                        Map.entry("RunFailed", "run_failed"),
                        Map.entry("RunCancelled", "run_cancelled"),
                        Map.entry("Renamed", "renamed"),
                        Map.entry("Shared", "shared"),
                        Map.entry("FilesApplied", "files_applied"),
                        Map.entry("FilesCommitted", "files_committed"),
                        Map.entry("FilesDiscarded", "files_discarded"),
                        Map.entry("AgentChosen", "agent_chosen"),
                        Map.entry("Compacted", "compacted"),
                        Map.entry("CompactionUndone", "compaction_undone"),
                        Map.entry("ModelChosen", "model_chosen"),
                        Map.entry("MessageWithdrawn", "message_withdrawn"),
                        Map.entry("Rated", "rated"),
                        Map.entry("BranchedOff", "branched_off"),
                        Map.entry("BranchBegun", "branch_begun"),
                        Map.entry("Imported", "imported"),
                        Map.entry("PlanApproved", "plan_approved")));
        assertThat(happenings().map(Object::getClass).map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(names.keySet());
    }

    @Test
    void aKindIsASiblingOfItsFields() {
        assertThat(HubJson.canonical(new Happening.RunFinished(RUN)))
                .isEqualTo("{\"kind\":\"run_finished\",\"run\":\"%s\"}".formatted(ID));
    }

    @Test
    void anEventOfALaterVersionWithMoreFieldsIsRead() {
        assertThat(HubJson.read(
                        "{\"kind\":\"run_finished\",\"run\":\"%s\",\"later\":1}".formatted(ID), Happening.class))
                .isEqualTo(new Happening.RunFinished(RUN));
    }

    @Test
    void aQuestionFromBeforeThereWereDemandsIsReadAndWantsAnybody() {
        String json = """
                {"kind":"approval_asked","run":"%1$s","call":"%1$s","fingerprint":"f","words":"w","rule":"r",
                "whoMayAnswer":"who","alwaysRule":"a"}""".formatted(ID);

        assertThat(((Happening.ApprovalAsked) HubJson.read(json, Happening.class)).demanded())
                .isEqualTo(Demand.ANYBODY);
    }

    @Test
    void aMessageFromBeforeThereWereModesWantsWork() {
        String json = "{\"kind\":\"user_message\",\"messageId\":\"%s\",\"text\":\"Hello\"}".formatted(ID);

        assertThat(HubJson.read(json, Happening.class)).isEqualTo(new Happening.UserMessage(ID, "Hello"));
        assertThat(HubJson.read("{\"id\":\"%s\",\"text\":\"Hello\"}".formatted(ID), Message.class))
                .isEqualTo(new Message(ID, "Hello"));
    }

    @Test
    void aFingerprintDependsOnToolAndArgumentsOnly() {
        var one = new ToolCall(CallId.random(), "file_write", Map.of("a", 1, "b", "x"));
        var same = new ToolCall(CallId.random(), "file_write", Map.of("b", "x", "a", 1));
        var other = new ToolCall(one.id(), "file_write", Map.of("a", 1, "b", "y"));

        assertThat(one.fingerprint()).isEqualTo(same.fingerprint()).isNotEqualTo(other.fingerprint());
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(new PasswordChange("old password", "a new password").toString())
                .doesNotContain("password,");
        assertThat(new IssuedToken(TOKEN, "ahp_secret").toString()).doesNotContain("secret");
    }
}
