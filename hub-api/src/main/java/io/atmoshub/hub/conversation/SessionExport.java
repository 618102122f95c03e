package io.atmoshub.hub.conversation;

import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.project.ProjectName;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionName;
import java.time.Instant;
import java.util.List;

/// A session as a file: everything that was said and done in it, oldest first, with what looks like a secret masked.
///
/// @param format always {@link #FORMAT}; `version` rises when an older hub could not read it any more
public record SessionExport(
        String format,
        int version,
        SessionName name,
        ProjectName project,
        Instant exportedAt,
        List<SessionEvent> events) {
    public static final String FORMAT = "atmos-hub-session";
    public static final int VERSION = 1;
    public static final int MOST_EVENTS = 10_000;

    public SessionExport {
        if (!FORMAT.equals(format) || version != VERSION) {
            throw new HubException(
                    ErrorCode.INVALID_INPUT,
                    "This is no session that this hub can read: its format is \"%s\", version %d."
                            .formatted(format, version),
                    "Export the session with: atmos ai sessions export");
        }
        if (events.size() > MOST_EVENTS) {
            throw new HubException(
                    ErrorCode.TOO_LARGE,
                    "A session of %,d events is too long to be taken in; %,d are the most."
                            .formatted(events.size(), MOST_EVENTS),
                    "Keep it as a file; its Markdown can be read anywhere.");
        }
        events = List.copyOf(events);
    }

    public static SessionExport of(SessionName name, ProjectName project, Instant at, List<SessionEvent> events) {
        return new SessionExport(FORMAT, VERSION, name, project, at, events);
    }
}
