package io.atmoshub.web.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.data.provider.Query;
import io.atmoshub.hub.Page;
import java.util.List;
import java.util.MissingResourceException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaceTest {
    @Test
    void initialsAreOfTheFirstAndTheLastName() {
        assertThat(Face.initials("Ana Lima")).isEqualTo("AL");
        assertThat(Face.initials("Administrator")).isEqualTo("A");
        assertThat(Face.initials("Jean van den Berg")).isEqualTo("JB");
        assertThat(Face.initials("😀 Ray")).isEqualTo("😀R");
    }

    @Test
    void wordsComeFromTheFile() {
        assertThat(Words.of("sessions.of", "acme", "Ana")).isEqualTo("acme · Ana");
        assertThatThrownBy(() -> Words.of("no.such.words")).isInstanceOf(MissingResourceException.class);
    }

    @Test
    void aListingFollowsTheCursorAsFarAsOneScrolls() {
        List<Integer> all = IntStream.range(0, 500).boxed().toList();
        int[] fetched = {0};
        var listing = new Listing<Integer>(page -> {
            fetched[0]++;
            int from = page.cursor() == null ? 0 : Integer.parseInt(page.cursor());
            int until = Math.min(all.size(), from + page.limit());
            return new Page<>(all.subList(from, until), until < all.size() ? Integer.toString(until) : null);
        });

        assertThat(listing.fetch(query(0, 50))).hasSize(50).startsWith(0);
        assertThat(fetched[0]).isEqualTo(1);
        assertThat(listing.fetch(query(190, 50))).hasSize(50).startsWith(190);
        assertThat(listing.fetch(query(480, 50))).hasSize(20);
        assertThat(listing.fetch(query(600, 50))).isEmpty();
        assertThat(fetched[0]).isEqualTo(3);
        assertThat(listing.isEmpty()).isFalse();
    }

    private static Query<Integer, Void> query(int offset, int limit) {
        return new Query<>(offset, limit, List.of(), null, null);
    }
}
