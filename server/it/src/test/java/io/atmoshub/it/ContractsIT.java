package io.atmoshub.it;

import io.atmoshub.client.testing.FixtureOverHttp;
import io.atmoshub.hub.testing.AccountContract;
import io.atmoshub.hub.testing.ApprovalContract;
import io.atmoshub.hub.testing.AuditLogContract;
import io.atmoshub.hub.testing.ChangesContract;
import io.atmoshub.hub.testing.ConversationsContract;
import io.atmoshub.hub.testing.Fixture;
import io.atmoshub.hub.testing.FollowContract;
import io.atmoshub.hub.testing.MirrorContract;
import io.atmoshub.hub.testing.MirrorPolicyContract;
import io.atmoshub.hub.testing.ModelsContract;
import io.atmoshub.hub.testing.PeopleContract;
import io.atmoshub.hub.testing.PoliciesContract;
import io.atmoshub.hub.testing.ProjectsContract;
import io.atmoshub.hub.testing.SessionsContract;
import io.atmoshub.hub.testing.StacksContract;
import io.atmoshub.hub.testing.TokensContract;
import io.atmoshub.hub.testing.UsagesContract;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The real server keeps over HTTP what its beans keep in the same process.
@ExtendWith(SharedHub.class)
class ContractsIT {
    @TempDir
    static Path outside;

    private static FixtureOverHttp hub;

    @BeforeAll
    static void open(TestHub running) {
        var asked = new AtomicInteger();
        hub = new FixtureOverHttp(
                URI.create(running.address()),
                TestHub.ADMIN_PASSWORD,
                running.projectRoot(),
                outside,
                () -> "Write a note \"Checked.\" to docs/contract-%d.md".formatted(asked.incrementAndGet()));
    }

    @AfterAll
    static void leave() {
        hub.leave();
    }

    @Nested
    class Account extends AccountContract {
        @Override
        protected Fixture open() {
            return hub;
        }
    }

    @Nested
    class People extends PeopleContract {
        @Override
        protected Fixture open() {
            return hub;
        }
    }

    @Nested
    class Tokens extends TokensContract {
        @Override
        protected Fixture open() {
            return hub;
        }
    }

    @Nested
    class Projects extends ProjectsContract {
        @Override
        protected Fixture open() {
            return hub;
        }
    }

    @Nested
    class Policies extends PoliciesContract {
        @Override
        protected Fixture open() {
            return hub;
        }
    }

    @Nested
    class Stacks extends StacksContract {
        @Override
        protected Fixture open() {
            return hub;
        }
    }

    @Nested
    class Models extends ModelsContract {
        @Override
        protected Fixture open() {
            return hub;
        }
    }

    @Nested
    class MirrorPolicy extends MirrorPolicyContract {
        @Override
        protected Fixture open() {
            return hub;
        }
    }

    @Nested
    class Mirror extends MirrorContract {
        @Override
        protected Fixture open() {
            return hub;
        }
    }

    @Nested
    class Usages extends UsagesContract {
        @Override
        protected Fixture open() {
            return hub;
        }
    }

    @Nested
    class Sessions extends SessionsContract {
        @Override
        protected Fixture open() {
            return hub;
        }
    }

    @Nested
    class Following extends FollowContract {
        @Override
        protected Fixture open() {
            return hub;
        }
    }

    @Nested
    class Approvals extends ApprovalContract {
        @Override
        protected Fixture open() {
            return hub;
        }
    }

    @Nested
    class Conversations extends ConversationsContract {
        @Override
        protected Fixture open() {
            return hub;
        }
    }

    @Nested
    class Changes extends ChangesContract {
        @Override
        protected Fixture open() {
            return hub;
        }
    }

    @Nested
    class Audit extends AuditLogContract {
        @Override
        protected Fixture open() {
            return hub;
        }
    }
}
