package io.atmoshub.cli.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.WithHub;
import io.atmoshub.hub.policy.PolicyChange;
import io.atmoshub.hub.session.Answer;
import io.atmoshub.hub.session.Choice;
import io.atmoshub.hub.session.Happening;
import io.atmoshub.hub.session.Message;
import io.atmoshub.hub.session.NewSession;
import io.atmoshub.hub.session.SessionId;
import io.atmoshub.hub.session.Visibility;
import io.atmoshub.hub.testing.Follower;
import io.atmoshub.hub.token.Scope;
import org.junit.jupiter.api.Test;

class PolicyTest extends WithHub {
    private static final String DENY = "policies:\n  - tools: [web_search]\n    permission: deny\n";

    @Test
    void theRulesThatApplyAreShownWithTheirPlaces() {
        hub.as("admin").policies().save(new PolicyChange(DENY, "No searching", 0));
        logIn("ana", Scope.READ);
        var played = play();

        assertThat(played.run("hub", "policy", "show")).isZero();
        assertThat(played.out()).contains("deny    web_search  [organisation line 2]");
        var json = play();
        assertThat(json.run("hub", "policy", "show", "--json")).isZero();
        assertThat(json.out()).contains("\"verb\":\"deny\"");
        var refused = play();
        assertThat(refused.run("hub", "policy", "show", "--document")).isEqualTo(1);
    }

    @Test
    void anAdminGetsTheDocumentAsItWasSaved() {
        hub.as("admin").policies().save(new PolicyChange(DENY, "No searching", 0));
        logIn("admin", Scope.READ, Scope.ADMIN);
        var played = play();

        assertThat(played.run("hub", "policy", "show", "--document")).isZero();

        assertThat(played.out()).isEqualTo(DENY);
        assertThat(played.err()).contains("Revision 1");
    }

    @Test
    void aCheckFailsWithTheLineOfTheError() throws Exception {
        logIn("admin", Scope.READ, Scope.ADMIN);
        write("good.yaml", DENY);
        write("bad.yaml", DENY.replace("deny", "dney"));

        var good = play();
        assertThat(good.run("hub", "policy", "check", "good.yaml")).isZero();
        assertThat(good.err()).contains("good.yaml can be saved");
        var bad = play();
        assertThat(bad.run("hub", "policy", "check", "bad.yaml")).isEqualTo(1);
        assertThat(bad.out()).contains("bad.yaml:3:17: There is no permission \"dney\". Did you mean \"deny\"?");
        var none = play();
        assertThat(none.run("hub", "policy", "check", "none.yaml")).isEqualTo(1);
        assertThat(none.err()).contains("none.yaml can't be read");
    }

    @Test
    void whatIfNamesTheRule() {
        hub.as("admin").policies().save(new PolicyChange(DENY, "No searching", 0));
        logIn("ana", Scope.READ);

        var played = play();
        assertThat(played.run("hub", "policy", "what-if", "web_search", "--project", "acme", "--argument", "query=a"))
                .isZero();
        assertThat(played.out()).isEqualTo("deny  organisation@r1 line 2: deny web_search\n");
        var json = play();
        assertThat(json.run("hub", "policy", "what-if", "web_search", "--json")).isZero();
        assertThat(json.out()).contains("\"verb\":\"deny\"");
        var nowhere = play();
        assertThat(nowhere.run("hub", "policy", "what-if", "web_search", "--project", "nowhere"))
                .isEqualTo(1);
        assertThat(nowhere.err()).contains("no project \"nowhere\"");
    }

    @Test
    void whatWasAllowedForAlwaysIsListedAndTakenBack() {
        var ada = hub.as("ada").sessions();
        SessionId id = ada.create(new NewSession(hub.project("acme").id(), null, Visibility.PRIVATE))
                .id();
        var follower = new Follower();
        try (var held = ada.follow(id, 0, follower)) {
            assertThat(held).isNotNull();
            ada.say(id, Message.of("write"));
            var asked = follower.await(Happening.ApprovalAsked.class);
            ada.answer(id, new Answer(asked.call(), asked.fingerprint(), Choice.ALLOW_ALWAYS, null));
            follower.awaitRuns(1);
        }
        logIn("ada", Scope.READ, Scope.CHAT);

        var listed = play();
        assertThat(listed.run("hub", "policy", "grants")).isZero();
        assertThat(listed.out()).contains("Allow writing notes.md in this project", "(acme)");
        var unknown = play();
        assertThat(unknown.run("hub", "policy", "grants", "--remove", "zzz")).isEqualTo(1);
        var removed = play();
        assertThat(removed.run(
                        "hub", "policy", "grants", "--remove", listed.out().substring(0, 8)))
                .isZero();
        assertThat(removed.err()).contains("Removed");
        var after = play();
        assertThat(after.run("hub", "policy", "grants", "--json")).isZero();
        assertThat(after.out().strip()).isEqualTo("[]");
        assertThat(after.err()).contains("You allowed nothing for always.");
    }
}
