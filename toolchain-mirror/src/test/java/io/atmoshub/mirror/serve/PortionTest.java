package io.atmoshub.mirror.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.mirror.serve.Portion.All;
import io.atmoshub.mirror.serve.Portion.Asked;
import io.atmoshub.mirror.serve.Portion.Part;
import io.atmoshub.mirror.serve.Portion.Unchanged;
import io.atmoshub.mirror.serve.Portion.Unsatisfiable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortionTest {
    private static final String DATE = "Sat, 21 Nov 2026 10:00:00 GMT";

    @TempDir
    Path folder;

    private static Portion of(String range, String ifRange, String ifNoneMatch, String ifModifiedSince) {
        return Portion.of(
                new Asked(
                        Optional.ofNullable(range),
                        Optional.ofNullable(ifRange),
                        Optional.ofNullable(ifNoneMatch),
                        Optional.ofNullable(ifModifiedSince)),
                "\"tag\"",
                DATE,
                100);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 0, 10",
        "bytes=90-, 90, 100",
        "bytes=-10, 90, 100",
        "bytes=-1000, 0, 100",
        "bytes=5-500, 5, 100"
    })
    void partsAreWhatTheirBoundsSay(String range, long from, long to) {
        assertThat(of(range, null, null, null)).isEqualTo(new Part(from, to));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"bytes=0-1,5-6", "bytes=-", "bytes=9-3", "lines=1-2", "nonsense"},
            delimiter = ';')
    void whatIsNoSinglePartIsAnsweredWithTheWhole(String range) {
        assertThat(of(range, null, null, null)).isEqualTo(new All());
    }

    @Test
    void aPartBehindTheEndCannotBe() {
        assertThat(of("bytes=100-", null, null, null)).isEqualTo(new Unsatisfiable());
        assertThat(of("bytes=-0", null, null, null)).isEqualTo(new Unsatisfiable());
    }

    @Test
    void aPartOfAnotherFileIsAnsweredWithTheWhole() {
        assertThat(of("bytes=5-", "\"tag\"", null, null)).isEqualTo(new Part(5, 100));
        assertThat(of("bytes=5-", DATE, null, null)).isEqualTo(new Part(5, 100));
        assertThat(of("bytes=5-", "\"other\"", null, null)).isEqualTo(new All());
    }

    @Test
    void whoHasItGetsNothing() {
        assertThat(of(null, null, "\"x\", W/\"tag\"", null)).isEqualTo(new Unchanged());
        assertThat(of(null, null, "*", null)).isEqualTo(new Unchanged());
        assertThat(of(null, null, null, DATE)).isEqualTo(new Unchanged());
        assertThat(of(null, null, "\"x\"", DATE)).isEqualTo(new All());
    }

    /// As Undertow's: takes a file from its position to its end.
    public static final class TakesFiles extends OutputStream {
        final ByteArrayOutputStream got = new ByteArrayOutputStream();
        boolean bySystem;

        public void transferFrom(FileChannel file) throws IOException {
            bySystem = true;
            file.transferTo(file.position(), file.size() - file.position(), Channels.newChannel(got));
        }

        @Override
        public void write(int one) {
            got.write(one);
        }
    }

    @Test
    void aPartOfAFileIsSentBySystemWhereTheStreamCanAndByHandElsewhere() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "0123456789");
        try (FileChannel channel = FileChannel.open(file)) {
            var able = new TakesFiles();
            var sink = new ToStream(able);
            sink.file(channel, 2, 7);
            assertThat(able.bySystem).isTrue();
            assertThat(able.got).hasToString("23456");
            assertThat(sink.sent()).isEqualTo(5);

            var plain = new ByteArrayOutputStream();
            new ToStream(plain).file(channel, 2, 7);
            assertThat(plain).hasToString("23456");
        }
    }
}
