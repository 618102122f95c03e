package io.atmoshub.toolchain.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.Progress;
import io.atmoshub.toolchain.testing.FakeGitHub;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files come once, whole, and go on where they broke off.
class DownloadsTest {
    private static final byte[] TOOL = new byte[300_000];

    static {
        new Random(7).nextBytes(TOOL);
    }

    @TempDir
    Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Progress progress = new Progress() {
        @Override
        public Meter of(String what) {
            return Meter.NONE;
        }

        @Override
        public void say(String sentence) {
            said.add(sentence);
        }
    };
    private FakeGitHub github;

    @BeforeEach
    void serve() throws Exception {
        github = new FakeGitHub();
    }

    @AfterEach
    void stop() {
        github.close();
    }

    private Web web(boolean offline) {
        return new Web(WebRules.from(Map.of())
                .patience(3, Duration.ofSeconds(5), Duration.ofSeconds(20), time -> {})
                .offline(offline));
    }

    private Cache cache(long max) {
        return Cache.in(folder.resolve("cache"), max, folder.resolve("instead"), progress);
    }

    private byte[] bring(boolean offline, Checksum wanted, URI... addresses) throws Exception {
        try (Web web = web(offline);
                Cache.Hit hit = new Downloads(web, cache(10 << 20), progress)
                        .file(List.of(addresses), wanted, Map.of(), "tool")) {
            var bytes = ByteBuffer.allocate((int) hit.size());
            hit.channel().read(bytes, 0);
            return bytes.array();
        }
    }

    @Test
    void whatIsHereIsNotFetchedAgain() throws Exception {
        URI address = github.asset("a/b", "v1", "tool", TOOL);

        assertThat(bring(false, null, address)).isEqualTo(TOOL);
        int asked = github.requests().size();
        assertThat(bring(false, null, address)).isEqualTo(TOOL);
        assertThat(bring(true, null, address)).isEqualTo(TOOL);
        assertThat(bring(true, Checksum.sha256(TOOL), URI.create("https://elsewhere.example.org/tool")))
                .isEqualTo(TOOL);

        assertThat(github.requests()).hasSize(asked);
    }

    @Test
    void aBrokenDownloadGoesOnWhereItEnded() throws Exception {
        URI address = github.file("/tool", TOOL);
        github.misbehave("/tool", FakeGitHub.brokenOffAfter(200_000));

        assertThat(bring(false, null, address)).isEqualTo(TOOL);

        assertThat(github.requests("/tool").getLast().header("Range")).isEqualTo("bytes=200000-");
        assertThat(github.requests("/tool").getLast().header("If-Range")).isNotEmpty();
    }

    @Test
    void aFileThatChangedMeanwhileBeginsAnew() throws Exception {
        URI address = github.file("/tool", TOOL);
        byte[] other = {1, 2, 3};
        github.misbehave("/tool", FakeGitHub.brokenOffAfter(200_000), (exchange, body) -> {
            github.file("/tool", other);
            exchange.sendResponseHeaders(503, -1);
            return true;
        });

        assertThat(bring(false, null, address)).isEqualTo(other);
    }

    @Test
    void aServerThatSendsTheWrongPartIsNotBelieved() throws Exception {
        URI address = github.file("/tool", TOOL);
        github.misbehave("/tool", FakeGitHub.brokenOffAfter(200_000), (exchange, body) -> {
            exchange.getResponseHeaders().set("Content-Range", "bytes 5-10/300000");
            exchange.sendResponseHeaders(206, 6);
            exchange.getResponseBody().write(body, 5, 6);
            return true;
        });

        assertThat(bring(false, null, address)).isEqualTo(TOOL);
    }

    @Test
    void whenOneAddressFailsTheNextIsAsked() throws Exception {
        URI mirror = github.address("/mirror/gone");
        URI address = github.file("/tool", TOOL);

        assertThat(bring(false, null, mirror, address)).isEqualTo(TOOL);
        assertThat(said).singleElement().asString().contains("/mirror/gone answers 404");
        assertThatThrownBy(() -> bring(false, null, github.address("/a"), github.address("/b")))
                .hasMessageContaining("/a answers 404");
    }

    @Test
    void offlineSaysWhatIsMissing() {
        URI address = github.asset("a/b", "v1", "tool", TOOL);

        assertThatThrownBy(() -> bring(true, null, address))
                .hasMessageContaining("/a/b/releases/download/v1/tool is needed and not here");
        assertThat(github.requests()).isEmpty();
    }

    @Test
    void manyThatWantTheSameBringItOnce() throws Exception {
        URI address = github.file("/tool", TOOL);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> all = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> bring(false, null, address)))
                    .toList();
            for (Future<byte[]> one : all) {
                assertThat(one.get()).isEqualTo(TOOL);
            }
        }
        assertThat(github.requests("/tool")).hasSize(1);
    }

    @Test
    void aFileThatWasChangedInTheCacheIsFetchedAgain() throws Exception {
        URI address = github.file("/tool", TOOL);
        bring(false, null, address);
        String hex = Checksum.sha256(TOOL).hex();
        Files.writeString(
                folder.resolve("cache/files").resolve(hex.substring(0, 2)).resolve(hex), "not the tool");

        assertThat(bring(false, null, address)).isEqualTo(TOOL);
        assertThat(github.requests("/tool")).hasSize(2);
    }

    @Test
    void theLeastRecentlyUsedGoesFirst() throws Exception {
        Cache cache = cache(700_000);
        try (Web web = web(false)) {
            var downloads = new Downloads(web, cache, progress);
            for (int i = 0; i < 3; i++) {
                byte[] bytes = TOOL.clone();
                bytes[0] = (byte) i;
                downloads
                        .file(List.of(github.file("/tool" + i, bytes)), null, Map.of(), "tool")
                        .close();
                String hex = Checksum.sha256(bytes).hex();
                Path file = folder.resolve("cache/files")
                        .resolve(hex.substring(0, 2))
                        .resolve(hex);
                if (i == 0) {
                    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
                }
                if (i == 1) {
                    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
                }
            }
        }
        assertThat(cache.given(github.address("/tool1").toString()).flatMap(sum -> open(cache, sum)))
                .isEmpty();
        assertThat(cache.given(github.address("/tool0").toString()).flatMap(sum -> open(cache, sum)))
                .isPresent();
        assertThat(cache.size()).isBetween(600_000L, 700_000L);
        cache.clear();
        assertThat(cache.size()).isZero();
    }

    private static java.util.Optional<Cache.Hit> open(Cache cache, Checksum sum) {
        try {
            java.util.Optional<Cache.Hit> hit = cache.open(sum);
            if (hit.isPresent()) {
                hit.get().close();
            }
            return hit;
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aCacheThatCannotBeWrittenIsDoneWithout() throws Exception {
        Files.writeString(folder.resolve("cache"), "a file where the folder should be");

        assertThat(bring(false, null, github.file("/tool", TOOL))).isEqualTo(TOOL);

        assertThat(said).singleElement().asString().contains("can't be written");
    }

    @Test
    void documentsAreKeptForAWhileThenAskedForAndWithoutNetworkKeptLonger() throws Exception {
        URI address = github.file("/registry.yaml", "one");
        try (Web web = web(false);
                Web offline = web(true)) {
            var fresh = new Documents(web, cache(1 << 20), Duration.ofHours(1), progress);
            var stale = new Documents(web, cache(1 << 20), Duration.ZERO, progress);
            assertThat(fresh.get(address, Map.of())).asString().isEqualTo("one");
            assertThat(fresh.get(address, Map.of())).asString().isEqualTo("one");
            assertThat(github.requests()).hasSize(1);

            assertThat(stale.get(address, Map.of())).asString().isEqualTo("one");
            assertThat(github.requests()).hasSize(2);
            assertThat(github.requests().getLast().header("If-None-Match")).isNotEmpty();

            github.file("/registry.yaml", "two");
            assertThat(stale.get(address, Map.of())).asString().isEqualTo("two");
            assertThat(new Documents(offline, cache(1 << 20), Duration.ZERO, progress).get(address, Map.of()))
                    .asString()
                    .isEqualTo("two");

            github.misbehave("/registry.yaml", FakeGitHub.status(500), FakeGitHub.status(500), FakeGitHub.status(500));
            assertThat(stale.get(address, Map.of())).asString().isEqualTo("two");
            assertThat(said).singleElement().asString().contains("kept from before is used");
            assertThat(stale.find(github.address("/nothing"), Map.of())).isEmpty();
            assertThatThrownBy(() -> stale.get(github.address("/nothing"), Map.of()))
                    .hasMessageContaining("does not exist");
        }
    }
}
