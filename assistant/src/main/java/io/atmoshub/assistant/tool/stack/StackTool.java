package io.atmoshub.assistant.tool.stack;

import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.Effect;
import io.atmoshub.assistant.tool.Parameter;
import io.atmoshub.assistant.tool.Tool;
import io.atmoshub.assistant.tool.ToolContext;
import io.atmoshub.assistant.tool.ToolFailure;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.assistant.tool.ToolSpec;
import io.atmoshub.stacks.live.WarmProjects;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A tool that answers a question about stacks.
final class StackTool implements Tool {
    private final ToolSpec spec;
    private final String words;
    private final WarmProjects projects;
    private final Answer answer;

    /// Works out an answer.
    @FunctionalInterface
    interface Answer {
        ToolResult of(Arguments arguments, Asked asked) throws ToolFailure;
    }

    /// @param words the call for a person, such as "List the stacks"
    StackTool(
            WarmProjects projects,
            String name,
            String words,
            String description,
            List<Parameter> parameters,
            Answer answer) {
        this.projects = projects;
        this.words = words;
        this.answer = answer;
        this.spec = new ToolSpec(name, description, parameters, Effect.READS, Duration.ofSeconds(30));
    }

    @Override
    public ToolSpec spec() {
        return spec;
    }

    @Override
    public String words(Arguments arguments) {
        StringBuilder all = new StringBuilder(words);
        for (Parameter parameter : spec.parameters()) {
            if (parameter.type() == Parameter.Type.STRING) {
                arguments
                        .optionalText(parameter.name())
                        .ifPresent(value -> all.append(all.length() == words.length() ? " " : ", ")
                                .append(parameter.name())
                                .append(' ')
                                .append(Texts.quoted(value)));
            }
        }
        return all.toString();
    }

    @Override
    public ToolResult run(Arguments arguments, ToolContext context) throws ToolFailure {
        Path folder = context.files().root();
        try {
            Asked asked = new Asked(
                    projects.project(folder),
                    context.files(),
                    projects.in(folder).now());
            ToolResult result = answer.of(arguments, asked);
            return ToolResult.of(result.summary(), Asked.withoutRoot(asked.notes() + result.output(), context.files()));
        } catch (RuntimeException e) {
            throw Asked.failure(e, context.files());
        }
    }
}
