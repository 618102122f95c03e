package io.atmoshub.assistant.conversation;

import io.atmoshub.assistant.Cancellation;
import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.Tool;
import io.atmoshub.assistant.tool.ToolContext;
import io.atmoshub.assistant.tool.ToolFailure;
import io.atmoshub.assistant.tool.ToolResult;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs one tool on a thread of its own, for no longer than it may take.
final class ToolDesk {
    private static final System.Logger LOG = System.getLogger(ToolDesk.class.getName());

    private ToolDesk() {}

    /// Throws a {@link CancellationException} as soon as a stop is requested, whatever the tool does then.
    static ToolResult run(Tool tool, Arguments arguments, ToolContext context, Cancellation cancellation)
            throws ToolFailure, InterruptedException {
        CompletableFuture<ToolResult> result = new CompletableFuture<>();
        // Not a virtual one: two that compute without a pause would keep all others on this machine waiting.
        Thread worker = Thread.ofPlatform().daemon().name(tool.spec().name()).start(() -> {
            try {
                result.complete(tool.run(arguments, context));
            } catch (Throwable e) {
                // A tool's own cancellation is its failure, not somebody's stop.
                result.completeExceptionally(e instanceof CancellationException ? new IllegalStateException(e) : e);
            }
        });
        cancellation.onRequest(() -> result.cancel(false));
        Duration timeout = tool.spec().timeout();
        try {
            return result.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new ToolFailure(
                    "took too long",
                    "%s was stopped after %d ms.".formatted(tool.spec().name(), timeout.toMillis()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ToolFailure failure) {
                throw failure;
            }
            LOG.log(System.Logger.Level.ERROR, "a tool broke: " + tool.spec().name(), e.getCause());
            throw new ToolFailure("the tool broke", "The tool broke; the server's log has the details.");
        } finally {
            worker.interrupt();
        }
    }
}
