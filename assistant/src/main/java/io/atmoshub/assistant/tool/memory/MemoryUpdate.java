package io.atmoshub.assistant.tool.memory;

import static io.atmoshub.assistant.tool.Parameter.Type.STRING;

import io.atmoshub.assistant.file.FileRefused;
import io.atmoshub.assistant.file.Secrets;
import io.atmoshub.assistant.file.SessionCopy;
import io.atmoshub.assistant.memory.MemoryException;
import io.atmoshub.assistant.memory.MemoryMerge;
import io.atmoshub.assistant.memory.MemorySettings;
import io.atmoshub.assistant.memory.MemoryTemplate;
import io.atmoshub.assistant.memory.ProjectMemory;
import io.atmoshub.assistant.tool.Arguments;
import io.atmoshub.assistant.tool.Effect;
import io.atmoshub.assistant.tool.Parameter;
import io.atmoshub.assistant.tool.Tool;
import io.atmoshub.assistant.tool.ToolContext;
import io.atmoshub.assistant.tool.ToolFailure;
import io.atmoshub.assistant.tool.ToolResult;
import io.atmoshub.assistant.tool.ToolSpec;
import io.atmoshub.hub.session.FileChange;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes into one section of the project memory, in the session's own copy. What a person approved is laid over what
/// somebody edited meanwhile elsewhere in the file; an edit in the same place is shown, and nothing is written.
public final class MemoryUpdate implements Tool {
    public static final String NAME = "memory_update";
    private static final int LONGEST = 20_000;
    private static final ToolSpec SPEC = new ToolSpec(
            NAME,
            "Writes into one section of the project memory, in the session's own copy of the project; the other sections stay"
                    + " as they are. Keep it short, and never write a secret.",
            List.of(
                    Parameter.required(
                            "mode",
                            STRING,
                            "\"append\" adds to the section, \"replace\" puts the text in place of all that is in it,"
                                    + " \"learning\" adds one dated line."),
                    Parameter.required(
                            "text", STRING, "The text, in Markdown; headings inside a section begin at ###."),
                    Parameter.optional(
                            "section",
                            STRING,
                            "The section, such as stack_patterns; one that is not there is added. Default for a learning:"
                                    + " recent_learnings.")),
            Effect.WRITES_COPY,
            Duration.ofSeconds(10));

    private final MemorySettings settings;
    private final Clock clock;

    public MemoryUpdate(MemorySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public String words(Arguments arguments) {
        String section = arguments.optionalText("section").orElse(ProjectMemory.LEARNINGS);
        String shown = (section.length() > 60 ? section.substring(0, 60) + "…" : section)
                .replaceAll("[`\\p{Cntrl}\\p{Cf}]", " ");
        return switch (arguments.text("mode")) {
            case "replace" -> "Replace `%s` in the project memory".formatted(shown);
            case "learning" -> "Remember a learning in the project memory";
            default -> "Add to `%s` in the project memory".formatted(shown);
        };
    }

    @Override
    public Optional<String> path(Arguments arguments) {
        return Optional.of(settings.file().value());
    }

    @Override
    public Optional<FileChange> change(Arguments arguments, SessionCopy files) throws ToolFailure {
        return Optional.of(planned(arguments, files));
    }

    @Override
    public ToolResult run(Arguments arguments, ToolContext context) throws ToolFailure {
        @Nullable FileChange approved = context.approved();
        FileChange change =
                approved == null ? planned(arguments, context.files()) : rebased(approved, current(context.files()));
        @Nullable String before = change.before();
        String did = before == null ? "started" : "changed";
        return new ToolResult(
                "memory " + did,
                "%s was %s in this session's copy of the project.%n".formatted(change.path(), did),
                new ToolResult.Written(change.path(), before == null ? null : FileChange.hash(before), change.after()));
    }

    /// What was shown, over what is there now.
    private FileChange rebased(FileChange approved, @Nullable String current) throws ToolFailure {
        if (Objects.equals(approved.before(), current)) {
            return approved;
        }
        String base = approved.before() == null ? "" : approved.before();
        return switch (MemoryMerge.of(base, current == null ? "" : current, approved.after())) {
            case MemoryMerge.Merged(String text) -> new FileChange(approved.path(), current, text);
            case MemoryMerge.Conflict conflict ->
                throw new ToolFailure(
                        "edited meanwhile",
                        "Nothing was written: somebody edited the same part of the memory. Tell the person, and ask which holds.%n%s"
                                .formatted(conflict.words()));
        };
    }

    private FileChange planned(Arguments arguments, SessionCopy files) throws ToolFailure {
        String text = arguments.text("text");
        if (!text.equals(Secrets.masked(text)) || text.contains(Secrets.MASK)) {
            throw new ToolFailure("holds a secret", "The text holds a secret; secrets are never remembered.");
        }
        if (text.isBlank() || text.length() > LONGEST) {
            throw new ToolFailure(
                    text.isBlank() ? "nothing to remember" : "too long",
                    "A text for the memory has 1 to %,d characters.".formatted(LONGEST));
        }
        @Nullable String before = current(files);
        if (before == null && !settings.createIfMissing()) {
            throw new ToolFailure(
                    "no project memory",
                    "There is no %s, and this project's settings say that nobody but a person starts one: atmos ai memory init"
                            .formatted(settings.file()));
        }
        try {
            String after = changed(
                            ProjectMemory.parse(before == null ? MemoryTemplate.of(settings.sections()) : before),
                            arguments)
                    .text();
            if (after.equals(before)) {
                throw new ToolFailure("nothing to change", "The section says this already.");
            }
            return new FileChange(settings.file().value(), before, after);
        } catch (MemoryException e) {
            throw new ToolFailure("not changed", e.what() + " " + e.hint());
        }
    }

    private ProjectMemory changed(ProjectMemory memory, Arguments arguments) throws ToolFailure {
        String text = arguments.text("text");
        Optional<String> section = arguments.optionalText("section").filter(name -> !name.isBlank());
        String mode = arguments.text("mode");
        if (mode.equals("learning")) {
            return memory.learned(section.orElse(ProjectMemory.LEARNINGS), text, LocalDate.now(clock));
        }
        if (section.isEmpty()) {
            throw new ToolFailure("which section?", "Name the section: " + memory.keys());
        }
        return switch (mode) {
            case "append" -> memory.appended(section.get(), text);
            case "replace" -> memory.replaced(section.get(), text);
            default -> throw new ToolFailure("no such mode", "mode is one of append, replace and learning.");
        };
    }

    private @Nullable String current(SessionCopy files) throws ToolFailure {
        try {
            files.checkWritable(settings.file());
            return files.read(settings.file()).orElse(null);
        } catch (FileRefused e) {
            throw new ToolFailure(e.summary(), e.why());
        }
    }
}
