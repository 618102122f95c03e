package io.atmoshub.hub.conversation;

import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Outcome;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.Verdict;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A session to be read anywhere: what people said, what the assistant answered, and what it did.
public final class SessionMarkdown {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    private SessionMarkdown() {}

    public static String of(SessionExport export) {
        var markdown = new SessionMarkdown();
        markdown.text
                .append("# ")
                .append(escaped(export.name().value()))
                .append("\n\nProject ")
                .append(escaped(export.project().value()))
                .append(", exported ")
                .append(TIME.format(export.exportedAt()))
                .append(".\n");
        export.events().forEach(markdown::add);
        return markdown.text.toString();
    }

    private void add(SessionEvent event) {
        switch (event.what()) {
            case Happening.UserMessage it -> {
                head(event.actor().name(), event);
                it.text().lines().forEach(line -> text.append("> ").append(line).append('\n'));
            }
            case Happening.RunStarted it -> head(it.assistant(), event);
            case Happening.AssistantText it ->
                text.append('\n').append(it.text().strip()).append('\n');
            case Happening.ToolCalled it -> item(it.words());
            case Happening.Decided it ->
                item("%s by %s: %s"
                        .formatted(
                                it.verdict() == Verdict.ALLOWED ? "allowed" : "denied",
                                escaped(event.actor().name()),
                                escaped(it.reason() == null ? it.rule() : it.reason())));
            case Happening.ToolFinished it -> {
                if (it.outcome() != Outcome.DENIED) {
                    item("%s: %s".formatted(it.outcome().name().toLowerCase(Locale.ROOT), escaped(it.summary())));
                }
            }
            case Happening.FileWritten it -> item("wrote `%s`".formatted(it.path()));
            case Happening.RunFailed it -> note("%s %s".formatted(escaped(it.reason()), escaped(it.hint())));
            case Happening.RunCancelled _ -> note("Stopped.");
            case Happening.MessageWithdrawn _ -> note("A message was withdrawn.");
            case Happening.Rated it ->
                note("%s: thumbs %s%s"
                        .formatted(
                                escaped(event.actor().name()),
                                it.thumb().name().toLowerCase(Locale.ROOT),
                                it.word() == null ? "" : ", " + escaped(it.word())));
            case Happening.Compacted it ->
                note("Events %d to %d are summed up for the model.".formatted(it.from(), it.to()));
            default -> {}
        }
    }

    private void head(String who, SessionEvent event) {
        text.append("\n## ")
                .append(escaped(who))
                .append(", ")
                .append(TIME.format(event.at()))
                .append("\n\n");
    }

    private void item(String words) {
        // A list begins after an empty line and goes on without one.
        int line = text.lastIndexOf("\n", text.length() - 2) + 1;
        if (!text.substring(line).startsWith("- ") && !text.substring(line).isBlank()) {
            text.append('\n');
        }
        text.append("- ").append(words).append('\n');
    }

    private void note(String words) {
        text.append("\n*").append(words).append("*\n");
    }

    /// Names and reasons are words, not Markdown.
    private static String escaped(String words) {
        return words.replaceAll("\\s+", " ").strip().replaceAll("([\\\\`*_\\[\\]<>#])", "\\\\$1");
    }
}
