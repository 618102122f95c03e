package io.atmoshub.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.session.LiveText;
import io.atmoshub.hub.session.RunId;
import org.junit.jupiter.api.Test;

/// What readers get of a block while it is written.
class OpenTextTest {
    private final RunId run = RunId.random();
    private final OpenText open = new OpenText(run);

    @Test
    void aReaderGetsWhatCameSince() {
        write(0, "Hello");
        var first = open.since(null).orElseThrow();
        write(5, " wor");
        write(9, "ld");

        assertThat(first.text()).isEqualTo(new LiveText(run, 0, 0, "Hello"));
        assertThat(open.since(first.upTo()).orElseThrow().text()).isEqualTo(new LiveText(run, 0, 5, " world"));
    }

    @Test
    void nothingNewIsNothing() {
        write(0, "Hello");
        var all = open.since(null).orElseThrow();

        assertThat(open.since(all.upTo())).isEmpty();
    }

    @Test
    void textThatIsTakenBackIsToldAnew() {
        write(0, "Hello world");
        var first = open.since(null).orElseThrow();
        write(6, "moon");

        assertThat(open.since(first.upTo()).orElseThrow().text()).isEqualTo(new LiveText(run, 0, 0, "Hello moon"));
    }

    @Test
    void theSameBeginningAgainIsNotToldAgain() {
        write(0, "Hello");
        var first = open.since(null).orElseThrow();
        write(0, "Hello world");

        assertThat(open.since(first.upTo()).orElseThrow().text()).isEqualTo(new LiveText(run, 0, 5, " world"));
    }

    @Test
    void theNextBlockBeginsAtItsBeginning() {
        write(0, "Hello");
        var first = open.since(null).orElseThrow();
        open.settle();
        assertThat(open.since(first.upTo())).isEmpty();
        open.write(7, new LiveText(run, 1, 0, "Next"));

        var next = open.since(first.upTo()).orElseThrow();

        assertThat(next.text()).isEqualTo(new LiveText(run, 1, 0, "Next"));
        assertThat(next.after()).isEqualTo(7);
    }

    @Test
    void anotherHolderOfTheRunIsReadFromTheBeginning() {
        write(0, "Hello");
        var first = open.since(null).orElseThrow();
        var other = new OpenText(run);
        other.write(3, new LiveText(run, 0, 0, "Hello again"));

        assertThat(other.since(first.upTo()).orElseThrow().text()).isEqualTo(new LiveText(run, 0, 0, "Hello again"));
    }

    private void write(int offset, String text) {
        open.write(3, new LiveText(run, 0, offset, text));
    }
}
