package io.atmoshub.hub.testing;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.people.Invitation;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.session.SessionId;

/// What a contract needs from whoever keeps it. The hub behind it may be new for each test or shared by
/// many: contracts name what they make at random and leave the cast as they found it.
public interface Fixture extends AutoCloseable {
    /// The hub as one of the cast sees it, signed in (not by token).
    Hub as(Cast who);

    /// The way in by password, as the sign-in page does it.
    Hub signIn(String login, String password);

    /// Accepts an invitation, as its page does.
    void join(Invitation invitation, String password);

    /// The hub for whoever carries this token; a bad one may be refused here or with the first call.
    Hub withToken(String secret);

    /// A project that is there.
    ProjectId project();

    /// A new, empty folder that may be registered as a project.
    String newFolder();

    /// An existing folder outside the allowed roots.
    String folderOutside();

    /// Something to say that makes the assistant ask for an approval. The text may differ from call to call,
    /// and so may the rule that "allow always" adds, so that an earlier answer does not settle it.
    String messageThatAsks();

    /// As if a model had answered one of the cast in a session; false where a test can't pretend that.
    default boolean spend(Cast who, SessionId session, Spending spending) {
        return false;
    }

    /// As if one of the cast had taken what an https address gives; false where a test can't pretend that. Other
    /// content later is as if upstream had changed the file and the mirror had lost it: it goes into quarantine.
    default boolean mirror(Cast who, String address, String content) {
        return false;
    }

    /// For hosts whose runs don't start by themselves.
    default void work() {}

    @Override
    default void close() {}
}
