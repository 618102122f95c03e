package io.atmoshub.hub.testing;

import static io.atmoshub.hub.ErrorCode.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.SessionEvent;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.SessionName;
import io.atmoshub.hub.session.Visibility;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What {@link io.atmoshub.hub.session.Sessions#follow} promises.
public abstract class FollowContract extends Contract {
    private SessionId id;

    @BeforeEach
    void aSharedSession() {
        id = ana.sessions()
                .create(new NewSession(fixture.project(), new SessionName(unique("live")), Visibility.SHARED))
                .id();
    }

    @Test
    void aListenerHearsWhatWasAndWhatComes() {
        ana.sessions().rename(id, new SessionName("Before"));
        var follower = new Follower();
        try (var held = ben.sessions().follow(id, 0, follower)) {
            assertThat(held).isNotNull();
            follower.awaitEvent("what was", e -> e.seq() == 1);

            ana.sessions().rename(id, new SessionName("After"));

            follower.awaitEvent("what comes", e -> e.seq() == 2);
            assertThat(follower.events()).extracting(SessionEvent::seq).containsExactly(1L, 2L);
        }
    }

    @Test
    void aListenerCatchesUpFromANumber() {
        rename(5);
        var follower = new Follower();
        try (var held = ben.sessions().follow(id, 3, follower)) {
            assertThat(held).isNotNull();
            follower.awaitEvent("the last one", e -> e.seq() == 5);
            assertThat(follower.events()).extracting(SessionEvent::seq).containsExactly(4L, 5L);
        }
    }

    @Test
    void aListenerCatchesUpWithALongSession() {
        rename(450);
        var follower = new Follower();
        try (var held = ben.sessions().follow(id, 0, follower)) {
            assertThat(held).isNotNull();
            follower.awaitEvent("the last one", e -> e.seq() == 450);
            assertInOrder(follower, 450);
        }
    }

    @Test
    void whoJoinsAmidEventsMissesAndDoublesNone() throws Exception {
        var writer = Thread.ofVirtual().start(() -> rename(40));
        var follower = new Follower();
        try (var held = ben.sessions().follow(id, 0, follower)) {
            assertThat(held).isNotNull();
            follower.awaitEvent("the last one", e -> e.seq() == 40);
            assertInOrder(follower, 40);
        }
        writer.join();
    }

    @Test
    void twoPeopleSeeTheSame() {
        var one = new Follower();
        var two = new Follower();
        try (var a = ana.sessions().follow(id, 0, one);
                var b = vic.sessions().follow(id, 0, two)) {
            assertThat(a).isNotSameAs(b);
            ana.sessions().say(id, Message.of("hello"));
            fixture.work();
            one.awaitRuns(1);
            two.awaitRuns(1);

            assertThat(two.events()).isEqualTo(one.events());
            assertThat(one.events()).isEqualTo(ana.sessions().events(id, 0, 1_000));
        }
    }

    @Test
    void liveTextIsTheBeginningOfWhatIsSaidInTheEnd() {
        var follower = new Follower();
        try (var held = ana.sessions().follow(id, 0, follower)) {
            assertThat(held).isNotNull();
            ana.sessions().say(id, Message.of("hello"));
            fixture.work();
            follower.awaitRuns(1);

            follower.events().stream()
                    .map(SessionEvent::what)
                    .filter(Happening.AssistantText.class::isInstance)
                    .map(Happening.AssistantText.class::cast)
                    .forEach(text -> assertThat(text.text()).startsWith(follower.block(text)));
            assertThat(follower.heardTwoAtOnce()).isFalse();
        }
    }

    @Test
    void whoComesLateGetsTheWholeConversation() {
        var first = new Follower();
        try (var held = ana.sessions().follow(id, 0, first)) {
            assertThat(held).isNotNull();
            ana.sessions().say(id, Message.of("hello"));
            fixture.work();
            first.awaitRuns(1);
        }
        var late = new Follower();
        try (var held = vic.sessions().follow(id, 0, late)) {
            assertThat(held).isNotNull();
            late.awaitRuns(1);
            assertThat(late.events()).isEqualTo(ana.sessions().events(id, 0, 1_000));
        }
    }

    @Test
    void aClosedSubscriptionIsQuiet() {
        var quiet = new Follower();
        var held = ben.sessions().follow(id, 0, quiet);
        rename(1);
        quiet.awaitEvent("the first one", e -> e.seq() == 1);
        held.close();
        held.close();

        var other = new Follower();
        try (var stillHeld = ana.sessions().follow(id, 0, other)) {
            assertThat(stillHeld).isNotNull();
            rename(1);
            other.awaitEvent("the second one", e -> e.seq() == 2);
        }

        assertThat(quiet.events()).hasSize(1);
    }

    @Test
    void aListenerThatThrowsDisturbsNobody() {
        var follower = new Follower();
        var broken = new io.atmoshub.hub.session.SessionListener() {
            @Override
            public void event(SessionEvent event) {
                throw new IllegalStateException("a broken listener, on purpose");
            }

            @Override
            public void text(io.atmoshub.hub.session.LiveText text) {}

            @Override
            public void ended(io.atmoshub.hub.HubException why) {}
        };
        try (var a = ana.sessions().follow(id, 0, broken);
                var b = ben.sessions().follow(id, 0, follower)) {
            assertThat(a).isNotSameAs(b);
            rename(3);
            follower.awaitEvent("the last one", e -> e.seq() == 3);
        }
    }

    @Test
    void deletingEndsTheListeners() {
        var follower = new Follower();
        try (var held = ben.sessions().follow(id, 0, follower)) {
            assertThat(held).isNotNull();
            ana.sessions().delete(id);

            assertThat(follower.awaitEnd().code()).isEqualTo(NOT_FOUND);
        }
    }

    @Test
    void makingASessionPrivateEndsTheListenersOfOthers() {
        var bens = new Follower();
        var anas = new Follower();
        try (var a = ana.sessions().follow(id, 0, anas);
                var b = ben.sessions().follow(id, 0, bens)) {
            assertThat(a).isNotSameAs(b);
            ana.sessions().share(id, Visibility.PRIVATE);

            assertThat(bens.awaitEnd().code()).isEqualTo(NOT_FOUND);
            anas.await(Happening.Shared.class);
        }
    }

    @Test
    void whoClaimsToHaveHeardWhatIsYetToComeHearsTheEndAllTheSame() {
        var bens = new Follower();
        var held = ben.sessions().follow(id, 1_000_000, bens);

        ana.sessions().share(id, Visibility.PRIVATE);

        assertThat(bens.awaitEnd().code()).isEqualTo(NOT_FOUND);
        held.close();
    }

    private void rename(int times) {
        for (int i = 1; i <= times; i++) {
            ana.sessions().rename(id, new SessionName("Name " + i));
        }
    }

    private static void assertInOrder(Follower follower, int count) {
        List<Long> numbers = follower.events().stream().map(SessionEvent::seq).toList();
        assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, count).boxed().toList());
    }
}
