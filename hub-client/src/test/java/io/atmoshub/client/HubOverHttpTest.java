package io.atmoshub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.atmoshub.client.testing.FixtureOverHttp;
import io.atmoshub.client.testing.LoopbackHub;
import io.atmoshub.client.testing.LoopbackHub.Canned;
import io.atmoshub.client.wire.Credential;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.Problem;
import io.atmoshub.hub.testing.AccountContract;
import io.atmoshub.hub.testing.ApprovalContract;
import io.atmoshub.hub.testing.AuditLogContract;
import io.atmoshub.hub.testing.ChangesContract;
import io.atmoshub.hub.testing.ConversationsContract;
import io.atmoshub.hub.testing.Fixture;
import io.atmoshub.hub.testing.FollowContract;
import io.atmoshub.hub.testing.InMemoryHub;
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
import io.atmoshub.hub.token.Scope;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A hub over HTTP keeps every contract that the hub behind it keeps.
class HubOverHttpTest {
    @TempDir
    static Path folder;

    private static LoopbackHub server;
    private static FixtureOverHttp overHttp;

    @BeforeAll
    static void serve() throws Exception {
        Path root = Files.createDirectories(folder.resolve("roots"));
        var hub = InMemoryHub.withAdmin()
                .withProject("acme", "/srv/projects/acme")
                .withProjectRoot(root);
        hub.assistant().when(text -> text.startsWith("write file "), stage -> {
            boolean allowed = stage.askToWrite(stage.message().substring(11), null, "text\n");
            stage.say(allowed ? "Written." : "Left alone.");
        });
        server = LoopbackHub.serving(hub);
        var asked = new AtomicInteger();
        overHttp = new FixtureOverHttp(
                server.address(),
                InMemoryHub.PASSWORD,
                root,
                folder,
                () -> "write file notes-%d.md".formatted(asked.incrementAndGet()));
        overHttp.with((who, address, content) -> hub.mirror(who.login(), address, content));
    }

    @AfterAll
    static void stop() {
        overHttp.leave();
        server.close();
    }

    @Nested
    class Account extends AccountContract {
        @Override
        protected Fixture open() {
            return overHttp;
        }
    }

    @Nested
    class MirrorPolicy extends MirrorPolicyContract {
        @Override
        protected Fixture open() {
            return overHttp;
        }
    }

    @Nested
    class Mirror extends MirrorContract {
        @Override
        protected Fixture open() {
            return overHttp;
        }
    }

    @Nested
    class People extends PeopleContract {
        @Override
        protected Fixture open() {
            return overHttp;
        }
    }

    @Nested
    class Tokens extends TokensContract {
        @Override
        protected Fixture open() {
            return overHttp;
        }
    }

    @Nested
    class Projects extends ProjectsContract {
        @Override
        protected Fixture open() {
            return overHttp;
        }
    }

    @Nested
    class Policies extends PoliciesContract {
        @Override
        protected Fixture open() {
            return overHttp;
        }
    }

    @Nested
    class Stacks extends StacksContract {
        @Override
        protected Fixture open() {
            return overHttp;
        }
    }

    @Nested
    class Models extends ModelsContract {
        @Override
        protected Fixture open() {
            return overHttp;
        }
    }

    @Nested
    class Usages extends UsagesContract {
        @Override
        protected Fixture open() {
            return overHttp;
        }
    }

    @Nested
    class Sessions extends SessionsContract {
        @Override
        protected Fixture open() {
            return overHttp;
        }
    }

    @Nested
    class Following extends FollowContract {
        @Override
        protected Fixture open() {
            return overHttp;
        }
    }

    @Nested
    class Approvals extends ApprovalContract {
        @Override
        protected Fixture open() {
            return overHttp;
        }
    }

    @Nested
    class Conversations extends ConversationsContract {
        @Override
        protected Fixture open() {
            return overHttp;
        }
    }

    @Nested
    class Changes extends ChangesContract {
        @Override
        protected Fixture open() {
            return overHttp;
        }
    }

    @Nested
    class Audit extends AuditLogContract {
        @Override
        protected Fixture open() {
            return overHttp;
        }
    }

    @Test
    void whereNothingAnswersTheRefusalSaysSo() {
        try (var hub = HubOverHttp.withToken(URI.create("http://127.0.0.1:1"), "ahp_x")) {
            var refusal = assertThrows(HubException.class, () -> hub.account().me());

            assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(refusal.what()).contains("http://127.0.0.1:1", "nothing answers there");
            assertThat(refusal.hint()).contains("address");
        }
    }

    @Test
    void aPageThatIsNoHubIsNotTakenForOne() throws Exception {
        assertThat(refusalTo(new Canned(200, "text/html", "<html>Welcome</html>"))
                        .code())
                .isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(refusalTo(new Canned(502, "text/html", "<html>Bad gateway</html>"))
                        .code())
                .isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(refusalTo(new Canned(404, "text/html", "<html>Nothing</html>"))
                        .what())
                .contains("404");
        assertThat(refusalTo(new Canned(302, "text/html", "")).code()).isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @Test
    void aProblemKeepsCodeMessageAndHint() throws Exception {
        var problem = Problem.of(new HubException(ErrorCode.CONFLICT, "Somebody was faster.", "Look again."));

        var refusal = refusalTo(new Canned(409, Problem.MEDIA_TYPE + ";charset=UTF-8", HubJson.write(problem)));

        assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(refusal.what()).isEqualTo("Somebody was faster.");
        assertThat(refusal.hint()).isEqualTo("Look again.");
    }

    @Test
    void aCodeOfALaterVersionIsReadByItsStatus() throws Exception {
        var problem = new Problem("about:blank", "Too odd", 403, null, "TOO_ODD", "Be plain.");

        var refusal = refusalTo(new Canned(403, Problem.MEDIA_TYPE, HubJson.write(problem)));

        assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_ALLOWED);
        assertThat(refusal.what()).isEqualTo("Too odd");
    }

    @Test
    void aHubUnderAPathIsFound() {
        String token = server.hub().token("admin", Scope.READ);
        try (var hub = HubOverHttp.withToken(URI.create(server.address() + "/"), token)) {
            assertThat(hub.account().me().person().login().value()).isEqualTo("admin");
        }
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(new Credential.Token("ahp_secret").toString()).doesNotContain("secret");
        assertThat(new Credential.SignIn("a=secret").toString()).doesNotContain("secret");
        assertThrows(HubException.class, () -> new Credential.Token("ahp_x\r\nEvil: 1"));
    }

    private static HubException refusalTo(Canned answer) throws Exception {
        try (var odd = LoopbackHub.serving(InMemoryHub.withAdmin());
                var hub = HubOverHttp.withToken(odd.address(), "ahp_x")) {
            odd.answerAll(answer);
            return assertThrows(HubException.class, () -> hub.account().me());
        }
    }
}
