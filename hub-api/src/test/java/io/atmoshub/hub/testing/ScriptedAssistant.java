package io.atmoshub.hub.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// Who answers in the hub in memory. Untaught, it repeats the message; a message that begins with "write"
/// makes it ask to write `notes.md`, one with "list" calls a tool, one with "fail" fails. A test teaches it
/// the rest:
///
/// ```java
/// hub.assistant().when(text -> text.contains("vpc"), stage -> {
///     stage.write("Let me see");          // streams, the block stays open
///     shown.await();                      // the test looks at the half answer
///     stage.endBlock();
/// });
/// ```
public final class ScriptedAssistant {
    private record Lesson(Predicate<String> message, Script script) {}

    private final List<Lesson> lessons = new CopyOnWriteArrayList<>();

    ScriptedAssistant() {
        when(text -> true, stage -> stage.say("This is the **scripted assistant**. You said: " + stage.message()));
        when(text -> text.contains("fail"), stage -> {
            stage.write("Let me");
            stage.fail("The provider closed the stream.", "Ask again.");
        });
        when(text -> text.contains("list"), stage -> {
            stage.useTool(
                    "file_search",
                    Map.of("pattern", "stacks/**"),
                    "Search for `stacks/**`",
                    "2 files",
                    "stacks/dev.yaml\nstacks/prod.yaml");
            stage.say("There are two stacks:\n\n- `dev`\n- `prod`\n");
        });
        when(text -> text.startsWith("write"), stage -> {
            boolean allowed = stage.askToWrite("notes.md", null, "# Notes\n\nWritten by a test.\n");
            stage.say(allowed ? "Written." : "Then I leave it.");
        });
    }

    /// The newest lesson whose condition holds is played.
    public ScriptedAssistant when(Predicate<String> message, Script script) {
        lessons.addFirst(new Lesson(message, script));
        return this;
    }

    Script scriptFor(String message) {
        return lessons.stream()
                .filter(lesson -> lesson.message.test(message))
                .findFirst()
                .orElseThrow()
                .script;
    }
}
