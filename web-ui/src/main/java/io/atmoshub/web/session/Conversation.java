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
import io.atmoshub.hub.people.Person;
import io.atmoshub.hub.people.Role;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Mode;
import io.atmoshub.hub.session.Session;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionListener;
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

        void go(SessionId session);
    }

    private final Hub hub;
    private final Sessions sessions;
    private final Usages usages;
    private final SessionGestures gestures;
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
        this.usages = hub.usages();
        this.id = session.id();
        this.around = around;
        this.gestures =
                new SessionGestures(hub, id, !Answering.choices(me, session).isEmpty(), around);
        addClassName("conversation");
        boolean speaks = me.role().atLeast(Role.MEMBER);
        boolean mine = session.ownerId().equals(me.id())
                || (me.role() == Role.ADMIN && session.visibility() == Visibility.SHARED);
        agent = new AgentPicker(sessions.agents(id), speaks, chosen -> gestures.chooseAgent(chosen.name()));
        List<ModelOffer> offers = speaks ? hub.models().offered() : List.of();
        head = new SessionHead(session, mine, agent, offers, gestures);
        transcript = new Transcript(
                me.id(), mine, Answering.choices(me, session), gestures::answer, speaks ? gestures : null);
        composer = new Composer(new Composer.Gestures() {
            @Override
            public boolean send(String text, Mode mode) {
                return Conversation.this.send(text, mode);
            }

            @Override
            public void stop() {
                gestures.stop();
            }
        });
        if (!speaks) {
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
        if (transcript.isEmpty() && speaks) {
            questions = new Questions(session.projectName(), hub, me, text -> send(text, Mode.WORK));
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
                    listChanged |= Effects.list(event.what());
                    filesChanged |= Effects.files(event.what());
                    if (Effects.head(event.what())) {
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

    private boolean send(String text, Mode mode) {
        boolean taken = gestures.send(text, mode);
        if (taken) {
            getElement().executeJs("this.hubSaid?.()");
        }
        return taken;
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
}
