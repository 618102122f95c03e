package io.atmoshub.web.session;

import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.conversation.Rating;
import io.atmoshub.hub.conversation.Rewrite;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.Mode;
import io.atmoshub.hub.session.RunId;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.web.face.Toast;
import java.util.UUID;

/// What a person does in one session, passed on to the hub; what it refuses is told.
final class SessionGestures implements Composer.Gestures, SessionHead.Gestures, TurnGestures {
    private final Hub hub;
    private final SessionId id;
    private final boolean decides;
    private final Conversation.Around around;

    SessionGestures(Hub hub, SessionId id, boolean decides, Conversation.Around around) {
        this.hub = hub;
        this.id = id;
        this.decides = decides;
        this.around = around;
    }

    @Override
    public boolean send(String text, Mode mode) {
        return tried(() -> hub.sessions().say(id, new Message(UUID.randomUUID(), text, mode)));
    }

    @Override
    public void stop() {
        tried(() -> hub.sessions().stop(id));
    }

    void answer(Answer answer) {
        tried(() -> hub.sessions().answer(id, answer));
    }

    void chooseAgent(String name) {
        tried(() -> hub.sessions().chooseAgent(id, name));
    }

    @Override
    public void withdraw(UUID message) {
        tried(() -> hub.conversations().withdraw(id, message));
    }

    @Override
    public void rate(Rating rating) {
        tried(() -> hub.conversations().rate(id, rating));
    }

    @Override
    public void branch(UUID message, String instead) {
        tried(() -> around.go(hub.conversations()
                .branch(id, new Rewrite(message, Message.of(instead)))
                .id()));
    }

    @Override
    public void approve(RunId plan) {
        tried(() -> hub.conversations().approve(id, plan));
    }

    @Override
    public void undoCompaction(long seq) {
        tried(() -> hub.sessions().undoCompaction(id, seq));
    }

    @Override
    public void rename(SessionName name) {
        tried(() -> hub.sessions().rename(id, name));
    }

    @Override
    public void share(Visibility visibility) {
        tried(() -> hub.sessions().share(id, visibility));
    }

    @Override
    public void changes() {
        tried(() -> new ChangesDialog(hub.changes(), hub.sessions().get(id), decides).open());
    }

    @Override
    public void choose(ModelRef model) {
        tried(() -> hub.sessions().choose(id, model));
    }

    @Override
    public void delete() {
        if (tried(() -> hub.sessions().delete(id))) {
            around.leave();
        }
    }

    private static boolean tried(Runnable gesture) {
        try {
            gesture.run();
            return true;
        } catch (HubException refusal) {
            Toast.refused(refusal);
            return false;
        }
    }
}
