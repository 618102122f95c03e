package io.atmoshub.web.session;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.Hub;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.model.ModelOffer;
import io.atmoshub.hub.model.ModelRef;
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionListener;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Sessions;
import io.atmoshub.hub.session.Subscription;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.usage.Usages;
import io.atmoshub.web.face.Icon;
import io.atmoshub.web.face.Toast;
import io.atmoshub.web.face.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One session, live: its head, what happened, and where one writes.
final class Conversation extends Div {
    /// What the page around it does.
    interface Around {
        /// The list of sessions may read differently now.
        void changed();

        /// This session is gone.
        void leave();
    }

    private final Hub hub;
    private final Sessions sessions;
    private final boolean mayDecide;
    private final Usages usages;
    private final SessionId id;
    private final Around around;
    private final AgentPicker agent;
    private final SessionHead head;
    private final Transcript transcript;
    private final Composer composer;
    private final Div scroller = new Div();
    private @Nullable Questions questions;
    private @Nullable Following following;

    Conversation(Hub hub, Person me, Session session, Around around) {
        this.hub = hub;
        this.sessions = hub.sessions();
        this.mayDecide = !Answering.choices(me, session).isEmpty();
        this.usages = hub.usages();
        this.id = session.id();
        this.around = around;
        addClassName("conversation");
        boolean mine = session.ownerId().equals(me.id())
                || (me.role() == Role.ADMIN && session.visibility() == Visibility.SHARED);
        agent = new AgentPicker(
                sessions.agents(id),
                me.role().atLeast(Role.MEMBER),
                chosen -> tried(() -> sessions.chooseAgent(id, chosen.name())));
        List<ModelOffer> offers = me.role().atLeast(Role.MEMBER) ? hub.models().offered() : List.of();
        head = new SessionHead(session, mine, agent, offers, new HeadGestures());
        transcript = new Transcript(
                me.id(),
                Answering.choices(me, session),
                this::answer,
                seq -> tried(() -> sessions.undoCompaction(id, seq)));
        composer = new Composer(new ComposerGestures());
        if (!me.role().atLeast(Role.MEMBER)) {
            composer.readOnly(Words.of("composer.viewer"));
        }
        scroller.addClassName("scroller");
        scroller.getElement().setAttribute("tabindex", "-1");
        scroller.add(transcript);
        var jump = new NativeButton();
        jump.add(Icon.DOWN.draw(), new Span(Words.of("session.jump")));
        jump.addClassName("jump");
        jump.getElement().setAttribute("type", "button").setAttribute("hidden", true);
        var foot = new Div(jump, composer);
        foot.addClassName("composer-dock");
        add(head, scroller, foot);
        history();
        head.used(usages.session(id));
        if (transcript.isEmpty() && me.role().atLeast(Role.MEMBER)) {
            questions = new Questions(session.projectName(), hub, me, this::send);
            scroller.add(questions);
        }
        refresh();
    }

    Transcript transcript() {
        return transcript;
    }

    Composer composer() {
        return composer;
    }

    private void history() {
        boolean wrote = false;
        List<SessionEvent> events;
        do {
            events = sessions.events(id, transcript.lastSeq(), Sessions.MOST_EVENTS);
            events.forEach(transcript::event);
            wrote |= events.stream().anyMatch(event -> event.what() instanceof Happening.FileWritten);
            events.forEach(event -> agent.event(event.what()));
        } while (events.size() == Sessions.MOST_EVENTS);
        if (wrote) {
            countChanges();
        }
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        following = new Following(attach.getUI(), new Followed());
        following.begin();
        getElement().executeJs("window.hub.conversation(this)");
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        if (following != null) {
            following.close();
            following = null;
        }
    }

    private void arrived(List<Following.Arrival> arrivals) {
        boolean listChanged = false;
        boolean filesChanged = false;
        for (Following.Arrival arrival : arrivals) {
            switch (arrival) {
                case Following.Arrival.Event(SessionEvent event) -> {
                    transcript.event(event);
                    agent.event(event.what());
                    listChanged |= seenInList(event.what());
                    filesChanged |= changesFiles(event.what());
                    if (event.what() instanceof Happening.Renamed
                            || event.what() instanceof Happening.Shared
                            || event.what() instanceof Happening.ModelChosen) {
                        head.show(sessions.get(id));
                    }
                }
                case Following.Arrival.Text(var text) -> transcript.live(text);
                case Following.Arrival.Ended(HubException why) -> {
                    ended(why);
                    return;
                }
            }
        }
        transcript.flush();
        refresh();
        if (filesChanged) {
            countChanges();
        }
        if (listChanged) {
            head.used(usages.session(id));
            around.changed();
        }
    }

    private void ended(HubException why) {
        if (why.code() == ErrorCode.NOT_SIGNED_IN) {
            // Loaded anew, the page leads to the sign-in page, and from there back here.
            getUI().ifPresent(ui -> ui.getPage().reload());
        } else {
            Toast.refused(why);
            around.leave();
        }
    }

    private static boolean seenInList(Happening what) {
        return switch (what) {
            case Happening.UserMessage m -> true;
            case Happening.RunStarted s -> true;
            case Happening.ApprovalAsked a -> true;
            case Happening.Approved a -> true;
            case Happening.Decided d -> true;
            case Happening.RunFinished f -> true;
            case Happening.RunFailed f -> true;
            case Happening.RunCancelled c -> true;
            case Happening.Renamed r -> true;
            case Happening.Shared s -> true;
            case Happening.FilesApplied a -> true;
            case Happening.FilesCommitted c -> true;
            case Happening.FilesDiscarded d -> true;
            case Happening.AgentChosen a -> false;
            case Happening.Compacted c -> false;
            case Happening.CompactionUndone u -> false;
            case Happening.ModelChosen c -> false;
            case Happening.RunResumed r -> false;
            case Happening.AssistantText t -> false;
            case Happening.ToolCalled t -> false;
            case Happening.ToolStarted t -> false;
            case Happening.FileWritten w -> false;
            case Happening.ToolFinished f -> false;
        };
    }

    private static boolean changesFiles(Happening what) {
        return what instanceof Happening.FileWritten
                || what instanceof Happening.FilesApplied
                || what instanceof Happening.FilesDiscarded;
    }

    private void countChanges() {
        head.changes(hub.changes().of(id).files().size());
    }

    private void refresh() {
        composer.working(transcript.working());
        if (questions != null && !transcript.isEmpty()) {
            scroller.remove(questions);
            questions = null;
        }
    }

    private boolean send(String text) {
        boolean taken = tried(() -> sessions.say(id, Message.of(text)));
        if (taken) {
            getElement().executeJs("this.hubSaid?.()");
        }
        return taken;
    }

    private void answer(Answer answer) {
        tried(() -> sessions.answer(id, answer));
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

    private final class Followed implements Following.Page {
        @Override
        public Subscription follow(SessionListener listener) {
            return sessions.follow(id, transcript.lastSeq(), listener);
        }

        @Override
        public void arrived(List<Following.Arrival> arrivals) {
            Conversation.this.arrived(arrivals);
        }
    }

    private final class ComposerGestures implements Composer.Gestures {
        @Override
        public boolean send(String text) {
            return Conversation.this.send(text);
        }

        @Override
        public void stop() {
            tried(() -> sessions.stop(id));
        }
    }

    private final class HeadGestures implements SessionHead.Gestures {
        @Override
        public void rename(SessionName name) {
            tried(() -> sessions.rename(id, name));
        }

        @Override
        public void share(Visibility visibility) {
            tried(() -> sessions.share(id, visibility));
        }

        @Override
        public void changes() {
            tried(() -> new ChangesDialog(hub.changes(), sessions.get(id), mayDecide).open());
        }

        @Override
        public void choose(ModelRef model) {
            tried(() -> sessions.choose(id, model));
        }

        @Override
        public void delete() {
            if (tried(() -> sessions.delete(id))) {
                around.leave();
            }
        }
    }
}
