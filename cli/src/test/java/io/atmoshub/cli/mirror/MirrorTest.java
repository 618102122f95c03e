package io.atmoshub.cli.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.cli.Played;
import io.atmoshub.cli.WithHub;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.token.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The hub's mirror, in the terminal.
class MirrorTest extends WithHub {
    private static final String ROCKET = "https://github.com/acme/rocket/releases/download/v1.0.0/rocket_linux_amd64";
    private static final String OTHER = "https://example.org/other.txt";

    @BeforeEach
    void anaTookAFile() {
        logIn("admin", Scope.READ, Scope.ADMIN);
        hub.mirror("ana", ROCKET, "rocket");
    }

    private Played played(int exit, String... arguments) {
        var played = play();
        assertThat(played.run(arguments)).as(played.err()).isEqualTo(exit);
        return played;
    }

    private String hash() {
        return hub.as("admin")
                .mirror()
                .files(ROCKET, PageRequest.first(1))
                .items()
                .getFirst()
                .sha256();
    }

    @Test
    void whatItHoldsIsListedAndFoundByItsWords() {
        hub.mirror("ben", OTHER, "other");

        assertThat(played(0, "hub", "mirror", "list").out())
                .containsSubsequence(OTHER, hash().substring(0, 12), "first seen", ROCKET);
        assertThat(played(0, "hub", "mirror", "ls", "acme", "v1.0.0", "--json").out())
                .contains("\"tool\":\"acme/rocket\"")
                .doesNotContain(OTHER);
        assertThat(played(0, "hub", "mirror", "list", "--limit", "1").out())
                .contains(OTHER)
                .doesNotContain(ROCKET);
        assertThat(played(0, "hub", "mirror", "list", "moon").err()).contains("no such file");
    }

    @Test
    void aFileIsShownWithWhoTookIt() {
        assertThat(played(0, "hub", "mirror", "show", ROCKET).out())
                .contains("acme/rocket v1.0.0 linux_amd64", "sha256:" + hash(), "first seen", "ana");
        assertThat(played(0, "hub", "mirror", "show", "--json", ROCKET).out()).contains("\"who\":\"ana\"");
        assertThat(played(1, "hub", "mirror", "show", OTHER).err()).contains("There is no file");
    }

    @Test
    void whatChangedWaitsUntilSomebodyDecides() {
        assertThat(played(0, "hub", "mirror", "quarantine").err()).contains("Nothing waits");
        String pinned = hash();
        hub.mirror("ben", ROCKET, "racket");

        String waits = played(1, "hub", "mirror", "quarantine").out();
        assertThat(waits).contains(ROCKET, "pinned  sha256:" + pinned, "now     sha256:");
        String id = waits.substring(0, 8);
        assertThat(played(2, "hub", "mirror", "decide", id, "keep").err()).contains("--reason");
        assertThat(played(2, "hub", "mirror", "decide", id, "burn", "--reason", "No.")
                        .err())
                .contains("keep or accept");
        assertThat(played(1, "hub", "mirror", "decide", "zzz", "keep", "--reason", "No.")
                        .err())
                .contains("0 files in quarantine");
        assertThat(played(0, "hub", "mirror", "decide", id, "accept", "--reason", "They told us.")
                        .err())
                .contains(ROCKET + " is pinned to sha256:");

        assertThat(hash()).isNotEqualTo(pinned);
        assertThat(played(0, "hub", "mirror", "quarantine", "--all").out())
                .contains("accepted by admin", "They told us.");
        assertThat(played(0, "hub", "mirror", "quarantine", "--json").out()).isEqualTo("[]\n");
    }

    @Test
    void aRecallTellsWhoTookTheBytes() {
        String hash = hash();

        assertThat(played(0, "hub", "mirror", "recalls").err()).contains("Nothing was recalled");
        assertThat(played(0, "hub", "mirror", "recall", hash, "--reason", "Broken into.")
                        .out())
                .contains("ana", ROCKET);
        assertThat(played(0, "hub", "mirror", "recalls").out()).contains(hash, "Broken into.", "ana");
        assertThat(played(0, "hub", "mirror", "list").out()).contains("recalled: Broken into.");
        assertThat(played(0, "hub", "mirror", "show", ROCKET).out()).contains("recalled: Broken into.");
        assertThat(played(0, "hub", "mirror", "recall", "--lift", hash, "--reason", "A false alarm.")
                        .err())
                .contains("given out again");
        assertThat(played(0, "hub", "mirror", "recalls", "--json").out()).isEqualTo("[]\n");
        assertThat(played(1, "hub", "mirror", "recall", "abc", "--reason", "Why not.")
                        .err())
                .contains("64 hexadecimal digits");
    }

    @Test
    void usageIsShownByTool() {
        hub.mirror("ben", OTHER, "other");

        assertThat(played(0, "hub", "mirror", "usage").out()).contains("acme/rocket", "1 versions", "(other files)");
        assertThat(played(0, "hub", "mirror", "usage", "--json").out()).contains("\"downloads\":1");
    }

    @Test
    void aPolicyIsSimulatedSavedAndShown() throws Exception {
        write("closed.yaml", "default: deny\n");
        write("wrong.yaml", "defualt: deny\n");

        assertThat(played(0, "hub", "mirror", "policy", "show").err()).contains("every tool is allowed");
        assertThat(played(0, "hub", "mirror", "policy", "simulate", "closed.yaml")
                        .out())
                .contains("refused  acme/rocket v1.0.0  ana, 1 times", "is not allowed");
        assertThat(played(0, "hub", "mirror", "policy", "simulate", "closed.yaml", "--json")
                        .out())
                .contains("\"who\":\"ana\"");
        assertThat(played(1, "hub", "mirror", "policy", "simulate", "wrong.yaml")
                        .err())
                .contains("defualt");
        assertThat(played(1, "hub", "mirror", "policy", "simulate", "none.yaml").err())
                .contains("can't be read");
        assertThat(played(0, "hub", "mirror", "policy", "save", "closed.yaml", "--reason", "Closed for now.")
                        .err())
                .contains("Revision 1 holds");
        assertThat(played(1, "hub", "mirror", "policy", "save", "closed.yaml", "--base", "0", "--reason", "Late.")
                        .err())
                .isNotBlank();
        assertThat(played(0, "hub", "mirror", "policy", "show").out()).isEqualTo("default: deny\n");
        assertThat(played(0, "hub", "mirror", "policy", "show", "--json").out()).contains("Closed for now.");
        assertThat(played(0, "hub", "mirror", "policy", "simulate", "closed.yaml")
                        .err())
                .contains("Nobody's downloads");
    }

    @Test
    void whoIsNoAdminLooksAndDoesNotDecide() {
        String hash = hash();
        logIn("ana", Scope.READ);

        assertThat(played(0, "hub", "mirror", "list").out()).contains(ROCKET);
        assertThat(played(1, "hub", "mirror", "recall", hash, "--reason", "Why not.")
                        .err())
                .isNotBlank();
        assertThat(played(2, "hub", "mirror").err()).contains("Name one of these commands");
    }
}
