package io.atmoshub.assistant.conversation;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.file.ProjectFolder;
import io.atmoshub.assistant.model.Model;
import io.atmoshub.assistant.model.ModelAnswer;
import io.atmoshub.assistant.model.WantedCall;
import io.atmoshub.assistant.permission.Layer;
import io.atmoshub.assistant.permission.Policy;
import io.atmoshub.assistant.permission.Rule;
import io.atmoshub.assistant.permission.Verb;
import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.Effect;
import io.atmoshub.assistant.tool.Tool;
import io.atmoshub.assistant.tool.ToolContext;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.assistant.tool.ToolSpec;
import io.atmoshub.assistant.tool.Toolbox;
import io.atmoshub.assistant.tool.file.FileTools;
import io.atmoshub.hub.session.Happening.ApprovalAsked;
import io.atmoshub.hub.session.Happening.Decided;
import io.atmoshub.hub.session.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A project with one file, and the assistant at work in it with models and tools of the test.
@Timeout(30)
abstract class AssistantAtWork {
    static final WantedCall READ = new WantedCall("file_read", Map.of("path", "a.txt"));
    static final WantedCall LIST = new WantedCall("file_list", Map.of());
    static final WantedCall WRITE = new WantedCall("file_write", Map.of("path", "b.txt", "content", "new\n"));
    static final Limits QUICK = new Limits(5, Duration.ofMillis(300), 2_000, 4_000);

    @TempDir
    Path root;

    @BeforeEach
    void aProject() throws Exception {
        Files.writeString(root.resolve("a.txt"), "hello\n");
    }

    static void answer(TestLog log, ApprovalAsked asked, Verdict verdict) {
        log.append(TestLog.ANA, new Decided(log.run, asked.call(), verdict, "once", "not on a Friday"));
    }

    static ModelAnswer waitFor(Cancellation cancellation) {
        CountDownLatch stopped = new CountDownLatch(1);
        cancellation.onRequest(stopped::countDown);
        try {
            stopped.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return ModelAnswer.COMPLETE;
    }

    Assistant assistant(Model model) {
        return new Assistant(model, FileTools.toolbox(), QUICK);
    }

    /// Until it is counted down, for that long at most, or until interrupted.
    static void await(CountDownLatch latch, long millis) {
        try {
            latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// With a model that may be silent for that long.
    Ending silent(Model model, TestLog log, Duration silence) {
        return new Assistant(model, FileTools.toolbox(), new Limits(5, silence, 2_000, 4_000))
                .work(log.run, log.message, log, new ProjectFolder(root), Policy.builtIn(), Cancellation.NEVER);
    }

    Ending work(Model model, TestLog log) {
        return work(model, log, Cancellation.NEVER);
    }

    Ending work(Model model, TestLog log, Cancellation cancellation) {
        return assistant(model)
                .work(log.run, log.message, log, new ProjectFolder(root), Policy.builtIn(), cancellation);
    }

    Ending work(Tool tool, TestLog log, Cancellation cancellation) {
        String name = tool.spec().name();
        Policy policy = Policy.builtIn().with(List.of(Rule.of(Layer.ORGANISATION, "r1", Verb.ALLOW, name)));
        Script script = new Script(Script.calls("", new WantedCall(name, Map.of())), Script.text("done"));
        return new Assistant(script, new Toolbox(List.of(tool)), QUICK)
                .work(log.run, log.message, log, new ProjectFolder(root), policy, cancellation);
    }

    interface Body {
        ToolResult run() throws InterruptedException;
    }

    static Tool tool(String name, Effect effect, Duration timeout, Body body) {
        return new Tool() {
            @Override
            public ToolSpec spec() {
                return new ToolSpec(name, name, List.of(), effect, timeout);
            }

            @Override
            public String words(Arguments arguments) {
                return name;
            }

            @Override
            public ToolResult run(Arguments arguments, ToolContext context) throws InterruptedException {
                return body.run();
            }
        };
    }
}
