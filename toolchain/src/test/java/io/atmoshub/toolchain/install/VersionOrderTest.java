package io.atmoshub.toolchain.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Versions are counted, not spelled.
class VersionOrderTest {
    @Test
    void numbersCountAndReleasesComeAfterWhatWasBeforeThem() {
        List<String> sorted = List.of(
                "0.9", "1.2.0-alpha1", "1.2.0-rc2", "1.2.0-rc10", "1.2.0", "v1.2.1", "1.10", "1.10.1", "20240101");
        var mixed = new java.util.ArrayList<>(sorted);
        Collections.shuffle(mixed, new java.util.Random(5));

        assertThat(mixed.stream().sorted(VersionOrder.OLDEST_FIRST)).containsExactlyElementsOf(sorted);
    }
}
