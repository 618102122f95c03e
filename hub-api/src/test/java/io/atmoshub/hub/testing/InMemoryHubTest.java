package io.atmoshub.hub.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.session.Activity;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Visibility;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The hub in memory keeps every contract, so that it cannot lie to the tests that stand on it.
class InMemoryHubTest {
    @TempDir
    Path folder;

    @Nested
    class Account extends AccountContract {
        @Override
        protected Fixture open() throws Exception {
            return new InMemoryFixture(folder);
        }
    }

    @Nested
    class People extends PeopleContract {
        @Override
        protected Fixture open() throws Exception {
            return new InMemoryFixture(folder);
        }
    }

    @Nested
    class Tokens extends TokensContract {
        @Override
        protected Fixture open() throws Exception {
            return new InMemoryFixture(folder);
        }
    }

    @Nested
    class Projects extends ProjectsContract {
        @Override
        protected Fixture open() throws Exception {
            return new InMemoryFixture(folder);
        }
    }

    @Nested
    class MirrorPolicy extends MirrorPolicyContract {
        @Override
        protected Fixture open() throws Exception {
            return new InMemoryFixture(folder);
        }
    }

    @Nested
    class Mirror extends MirrorContract {
        @Override
        protected Fixture open() throws Exception {
            return new InMemoryFixture(folder);
        }
    }

    @Nested
    class Policies extends PoliciesContract {
        @Override
        protected Fixture open() throws Exception {
            return new InMemoryFixture(folder);
        }
    }

    @Nested
    class Stacks extends StacksContract {
        @Override
        protected Fixture open() throws Exception {
            return new InMemoryFixture(folder);
        }
    }

    @Nested
    class Models extends ModelsContract {
        @Override
        protected Fixture open() throws Exception {
            return new InMemoryFixture(folder);
        }
    }

    @Nested
    class Usages extends UsagesContract {
        @Override
        protected Fixture open() throws Exception {
            return new InMemoryFixture(folder);
        }
    }

    @Nested
    class Sessions extends SessionsContract {
        @Override
        protected Fixture open() throws Exception {
            return new InMemoryFixture(folder);
        }
    }

    @Nested
    class Following extends FollowContract {
        @Override
        protected Fixture open() throws Exception {
            return new InMemoryFixture(folder);
        }
    }

    @Nested
    class Approvals extends ApprovalContract {
        @Override
        protected Fixture open() throws Exception {
            return new InMemoryFixture(folder);
        }
    }

    @Nested
    class Conversations extends ConversationsContract {
        @Override
        protected Fixture open() throws Exception {
            return new InMemoryFixture(folder);
        }
    }

    @Nested
    class Changes extends ChangesContract {
        @Override
        protected Fixture open() throws Exception {
            return new InMemoryFixture(folder);
        }
    }

    @Nested
    class Audit extends AuditLogContract {
        @Override
        protected Fixture open() throws Exception {
            return new InMemoryFixture(folder);
        }
    }

    @Test
    void aTestSteersTheAssistantAndALateJoinerGetsTheOpenBlock() {
        var hub = InMemoryHub.withPeople();
        var goOn = new CountDownLatch(1);
        hub.assistant().when(text -> text.equals("slowly"), stage -> {
            stage.write("Half of ");
            goOn.await();
            stage.write("it.");
            stage.endBlock();
        });
        var ana = hub.as("ana").sessions();
        SessionId id = ana.create(new NewSession(hub.project("acme").id(), null, Visibility.SHARED))
                .id();
        ana.say(id, Message.of("slowly"));
        var early = new Follower();
        var late = new Follower();
        try (var a = ana.follow(id, 0, early)) {
            Await.until("the half", () -> !early.texts().isEmpty());
            try (var b = hub.as("vic").sessions().follow(id, 0, late)) {
                assertThat(a).isNotSameAs(b);
                Await.until("the half, late", () -> !late.texts().isEmpty());
                assertThat(late.texts().getFirst().offset()).isZero();
                assertThat(late.texts().getFirst().text()).isEqualTo("Half of ");
                goOn.countDown();
                assertThat(late.await(Happening.AssistantText.class).text()).isEqualTo("Half of it.");
            }
        }
    }

    @Test
    void alwaysIsRemembered() {
        var hub = InMemoryHub.withPeople();
        var ada = hub.as("ada").sessions();
        SessionId id = ada.create(new NewSession(hub.project("acme").id(), null, Visibility.PRIVATE))
                .id();
        var follower = new Follower();
        try (var held = ada.follow(id, 0, follower)) {
            assertThat(held).isNotNull();
            ada.say(id, Message.of("write something"));
            var asked = follower.await(Happening.ApprovalAsked.class);
            ada.answer(
                    id,
                    new io.atmoshub.hub.session.Answer(
                            asked.call(), asked.fingerprint(), io.atmoshub.hub.session.Choice.ALLOW_ALWAYS, null));
            ada.say(id, Message.of("write again"));
            follower.awaitRuns(2);
            assertThat(follower.events())
                    .filteredOn(e -> e.what() instanceof Happening.ApprovalAsked)
                    .hasSize(1);
        }
    }

    @Test
    void aFailureSaysWhyAndTheSessionGoesOn() {
        var hub = InMemoryHub.withPeople();
        var ana = hub.as("ana").sessions();
        SessionId id = ana.create(new NewSession(hub.project("acme").id(), null, Visibility.PRIVATE))
                .id();
        var follower = new Follower();
        try (var held = ana.follow(id, 0, follower)) {
            assertThat(held).isNotNull();
            ana.say(id, Message.of("please fail"));
            assertThat(follower.await(Happening.RunFailed.class).hint()).isEqualTo("Ask again.");
            Await.until("idle", () -> ana.get(id).activity() == Activity.IDLE);
        }
    }
}
