package io.atmoshub.mirror.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.atmoshub.mirror.MirrorException;
import io.atmoshub.mirror.MirrorException.Kind;
import io.atmoshub.mirror.blob.BlobId;
import io.atmoshub.mirror.blob.Blobs;
import io.atmoshub.mirror.blob.DiskBlobs;
import io.atmoshub.mirror.ledger.Evidence;
import io.atmoshub.mirror.ledger.Leases;
import io.atmoshub.mirror.ledger.Ledger;
import io.atmoshub.mirror.ledger.MirrorDatabase;
import io.atmoshub.mirror.ledger.MirrorTestDatabase;
import io.atmoshub.mirror.ledger.Pinned;
import io.atmoshub.mirror.ledger.Quarantined;
import io.atmoshub.mirror.ledger.Quarantined.Decision;
import io.atmoshub.mirror.upstream.Publisher;
import io.atmoshub.mirror.upstream.Upstream;
import io.atmoshub.mirror.upstream.UpstreamAddress;
import io.atmoshub.mirror.upstream.UpstreamRules;
import io.atmoshub.toolchain.Checksum;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullThroughTest {
    private static final MirrorDatabase DATABASE = new MirrorTestDatabase();
    private static final byte[] BYTES = bytes(400_000, 1);

    @TempDir
    Path folder;

    private final List<String> news = new CopyOnWriteArrayList<>();
    private final Ledger ledger = new Ledger(DATABASE, Clock.systemUTC());
    private final String repository = "acme/" + UUID.randomUUID().toString().substring(0, 8);
    private final UpstreamAddress tool = new UpstreamAddress(
            "github.com", "/%s/releases/download/v1.0/tool_linux_amd64.tar.gz".formatted(repository));
    private final String release = "/repos/%s/releases/tags/v1.0".formatted(repository);
    private final CountDownLatch go = new CountDownLatch(1);
    private Publisher github;
    private PullThrough mirror;

    @BeforeEach
    void publish() throws IOException {
        github = new Publisher().file(tool.path(), BYTES);
        mirror = node(folder.resolve("shared"), Duration.ZERO);
    }

    @AfterEach
    void stop() {
        go.countDown();
        github.close();
    }

    private static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private Blobs blobs(Path in) throws IOException {
        return new DiskBlobs(in, (id, where) -> news.add("rot " + id));
    }

    private PullThrough node(Path blobs, Duration ttl) throws IOException {
        URI here = github.address();
        var rules = new UpstreamRules(
                Set.of("github.com", "api.github.com", "releases.hashicorp.com", "get.helm.sh", "files.example.org"),
                Set.of(),
                Map.of(
                        "github.com", here,
                        "api.github.com", here,
                        "releases.hashicorp.com", here,
                        "get.helm.sh", here,
                        "files.example.org", here),
                Set.of(),
                1 << 30,
                Optional.empty(),
                Set.of(),
                new UpstreamRules.Pace(
                        2,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(1),
                        time -> {}));
        return new PullThrough(
                blobs(blobs),
                ledger,
                new Leases(DATABASE, UUID.randomUUID(), 2),
                DATABASE,
                new Upstream(rules, Upstream.Names.OF_THE_SYSTEM),
                new Changing(List.of("files.example.org/nightly/*")),
                new MirrorNews() {
                    @Override
                    public void pinned(Pinned file, String verified) {
                        news.add("pinned " + file.address() + " by " + verified);
                    }

                    @Override
                    public void differs(Pinned pinned, BlobId seen) {
                        news.add("differs " + pinned.blob() + " " + seen);
                    }

                    @Override
                    public void forged(String address, String said, String got) {
                        news.add("forged " + address);
                    }
                },
                ttl,
                Duration.ofMillis(20),
                task -> Thread.ofVirtual().unstarted(task),
                Clock.systemUTC());
    }

    private void digest(Checksum said) {
        github.json(release, """
                {"tag_name":"v1.0","assets":[{"name":"tool_linux_amd64.tar.gz","digest":"%s"}]}""".formatted(said));
    }

    /// What a caller has in the end.
    private static byte[] take(PullThrough mirror, UpstreamAddress address) throws IOException {
        var taken = new Taken();
        taken.from(mirror, address);
        return taken.bytes();
    }

    private static final class Taken implements Arriving.Sink {
        private final ByteArrayOutputStream all = new ByteArrayOutputStream();

        void from(PullThrough mirror, UpstreamAddress address) throws IOException {
            try (Found found = mirror.get(address, "*/*", false)) {
                switch (found) {
                    case Found.Held held ->
                        file(held.blob().channel(), 0, held.blob().size());
                    case Found.Coming coming -> coming.file().sendTo(this);
                    case Found.Document document -> bytes(ByteBuffer.wrap(document.body()));
                }
            }
        }

        synchronized byte[] bytes() {
            return all.toByteArray();
        }

        @Override
        public synchronized void bytes(ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            all.writeBytes(copy);
            notifyAll();
        }

        @Override
        public void file(FileChannel file, long from, long to) throws IOException {
            ByteBuffer rest = ByteBuffer.allocate(Math.toIntExact(to - from));
            while (rest.hasRemaining() && file.read(rest, from + rest.position()) >= 0) {
                // On to the rest.
            }
            bytes(rest.flip());
        }

        synchronized int await(int least) throws InterruptedException {
            while (all.size() < least) {
                wait();
            }
            return all.size();
        }
    }

    @Test
    void twoHundredWhoAskAtOnceMakeOneRequest() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<byte[]>>();
            for (int i = 0; i < 200; i++) {
                all.add(() -> take(mirror, tool));
            }
            for (var each : threads.invokeAll(all)) {
                assertThat(Checksum.sha256(each.get())).isEqualTo(Checksum.sha256(BYTES));
            }
        }
        assertThat(github.requests(tool.path())).hasSize(1);
        assertThat(news).containsExactly("pinned " + tool + " by first seen");
    }

    @Test
    void soDoManyOnTwoNodesThatShareTheirBlobs() throws Exception {
        PullThrough other = node(folder.resolve("shared"), Duration.ZERO);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Callable<byte[]>>();
            for (int i = 0; i < 40; i++) {
                PullThrough node = i % 2 == 0 ? mirror : other;
                all.add(() -> take(node, tool));
            }
            for (var each : threads.invokeAll(all)) {
                assertThat(each.get()).isEqualTo(BYTES);
            }
        }
        assertThat(github.requests(tool.path())).hasSize(1);
    }

    @Test
    void aNodeWithoutTheBlobFetchesItAgainAndHoldsItToTheLedger() throws IOException {
        take(mirror, tool);
        PullThrough apart = node(folder.resolve("apart"), Duration.ZERO);

        assertThat(take(apart, tool)).isEqualTo(BYTES);
        assertThat(github.requests(tool.path())).hasSize(2);
    }

    @Test
    void whatIsKnownBeforehandStreamsButTheEndWaitsUntilItIsRight() throws Exception {
        digest(Checksum.sha256(BYTES));
        github.misbehave(tool.path(), (exchange, body) -> {
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body, 0, body.length - 10);
                out.flush();
                awaitGo();
                out.write(body, body.length - 10, 10);
            }
        });
        var taken = new Taken();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var whole = threads.submit(() -> {
                taken.from(mirror, tool);
                return taken.bytes();
            });
            taken.await(BYTES.length - 10 - Arriving.HELD_BACK);
            assertThat(taken.bytes()).hasSizeLessThanOrEqualTo(BYTES.length - Arriving.HELD_BACK);
            go.countDown();

            assertThat(whole.get()).isEqualTo(BYTES);
        }
        assertThat(ledger.evidence(tool)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo("digest");
            assertThat(one.said()).isEqualTo(Checksum.sha256(BYTES));
        });
    }

    private void awaitGo() throws IOException {
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Test
    void nobodyEverHoldsAWholeFileThatIsNotWhatItsPublisherSays() {
        digest(Checksum.sha256("something else"));
        var taken = new Taken();

        assertThatThrownBy(() -> taken.from(mirror, tool)).hasMessageContaining("not what it should be");

        assertThat(taken.bytes()).hasSizeLessThanOrEqualTo(BYTES.length - Arriving.HELD_BACK);
        assertThat(ledger.find(tool)).isEmpty();
        assertThat(news).contains("forged " + tool);
        assertThat(folder.resolve("shared/incoming")).isEmptyDirectory();
        assertThat(folder.resolve("shared/blobs")).isEmptyDirectory();
    }

    @Test
    void whoStreamsFromAnUpstreamThatBeginsAgainIsCut() {
        digest(Checksum.sha256(BYTES));
        github.misbehave(tool.path(), Publisher.brokenOffAfter(300_000));
        var taken = new Taken();

        assertThatThrownBy(() -> taken.from(mirror, tool)).hasMessageContaining("began again");

        assertThat(taken.bytes().length).isLessThan(BYTES.length);
    }

    @Test
    void whoStreamsFromAnUpstreamThatGoesOnNoticesNothing() throws IOException {
        digest(Checksum.sha256(BYTES));
        github.misbehave(tool.path(), Publisher.brokenOffAfter(300_000, "ETag", Publisher.tag(BYTES)));

        assertThat(take(mirror, tool)).isEqualTo(BYTES);
    }

    @Test
    void checksumFilesOfKnownPublishersVouch() throws IOException {
        String folderOf = "/terraform/1.9." + Math.floorMod(repository.hashCode(), 1_000_000);
        String version = folderOf.substring(folderOf.lastIndexOf('/') + 1);
        String zip = folderOf + "/terraform_" + version + "_linux_amd64.zip";
        String sums = folderOf + "/terraform_" + version + "_SHA256SUMS";
        github.file(zip, BYTES)
                .file(
                        sums,
                        (Checksum.sha256(BYTES).hex() + "  terraform_" + version + "_linux_amd64.zip\n")
                                .getBytes(StandardCharsets.UTF_8));
        var address = new UpstreamAddress("releases.hashicorp.com", zip);

        assertThat(take(mirror, address)).isEqualTo(BYTES);

        Pinned pinned = ledger.find(address).orElseThrow();
        assertThat(pinned.tool()).isEqualTo(new Pinned.ToolFile("hashicorp/terraform", version, "linux_amd64"));
        assertThat(ledger.evidence(address))
                .singleElement()
                .returns("checksum", Evidence::kind)
                .returns("https://releases.hashicorp.com" + sums, Evidence::source)
                .returns(true, Evidence::stands);
    }

    @Test
    void anUpstreamThatServesSomethingElseLaterIsQuarantinedUntilAnAdminDecides() throws IOException {
        take(mirror, tool);
        BlobId first = ledger.find(tool).orElseThrow().blob();
        byte[] other = bytes(1000, 2);
        github.file(tool.path(), other);
        blobs(folder.resolve("shared")).delete(first);

        MirrorException refusal = catchThrowableOfType(MirrorException.class, () -> take(mirror, tool));

        assertThat(refusal.kind()).isEqualTo(Kind.CHANGED);
        assertThat(refusal)
                .hasMessageContaining(first.hex())
                .hasMessageContaining(Checksum.sha256(other).hex());
        assertThat(news)
                .contains("differs " + first + " " + Checksum.sha256(other).hex());
        Quarantined found = ledger.quarantine(100).stream()
                .filter(one -> one.address().equals(tool))
                .findFirst()
                .orElseThrow();
        assertThat(found.decided()).isEmpty();
        assertThatThrownBy(() -> take(mirror, tool)).isInstanceOf(MirrorException.class);

        assertThat(ledger.decide(found.id(), Decision.ACCEPT, "the publisher says so", "ana"))
                .isPresent();
        assertThat(ledger.decide(found.id(), Decision.KEEP, "too late", "ben")).isEmpty();

        assertThat(take(mirror, tool)).isEqualTo(other);
    }

    @Test
    void aDecisionToKeepTheOldLeavesThePin() throws IOException {
        take(mirror, tool);
        Pinned pinned = ledger.find(tool).orElseThrow();
        assertThat(ledger.differs(pinned, new BlobId("ab".repeat(32)), 5)).isTrue();
        assertThat(ledger.differs(pinned, new BlobId("ab".repeat(32)), 5)).isFalse();
        Quarantined found = ledger.quarantine(100).stream()
                .filter(one -> one.address().equals(tool))
                .findFirst()
                .orElseThrow();

        assertThat(ledger.decide(found.id(), Decision.KEEP, "tampered with", "ana"))
                .get()
                .returns(Optional.of("tampered with"), one -> one.decided().map(Quarantined.Decided::reason));
        assertThat(ledger.find(tool)).contains(pinned);
    }

    @Test
    void whatWasRecalledIsGivenToNobodyAndOneSeesWhoHasIt() throws IOException {
        take(mirror, tool);
        Pinned pinned = ledger.find(tool).orElseThrow();
        ledger.taken(pinned, "ana", pinned.size());
        ledger.taken(pinned, "ana", pinned.size());
        ledger.taken(pinned, "ben", 10);
        ledger.block(pinned.blob(), "it phones home", "admin");

        assertThatThrownBy(() -> take(mirror, tool))
                .isInstanceOf(MirrorException.class)
                .hasMessageContaining("it phones home");
        assertThat(ledger.takers(pinned.blob()))
                .extracting(Ledger.Taken::who, Ledger.Taken::count, Ledger.Taken::bytes)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("ana", 2L, 800_000L),
                        org.assertj.core.groups.Tuple.tuple("ben", 1L, 10L));

        assertThat(ledger.unblock(pinned.blob())).isTrue();
        assertThat(take(mirror, tool)).isEqualTo(BYTES);
    }

    @Test
    void aDamagedBlobIsFetchedAnewAndNeverGivenOut() throws IOException {
        take(mirror, tool);
        String hex = ledger.find(tool).orElseThrow().blob().hex();
        Path file = folder.resolve("shared/blobs").resolve(hex.substring(0, 2)).resolve(hex);
        byte[] damaged = BYTES.clone();
        damaged[7] ^= 1;
        Files.write(file, damaged);

        assertThat(take(mirror, tool)).isEqualTo(BYTES);

        assertThat(news).contains("rot " + hex);
        assertThat(github.requests(tool.path())).hasSize(2);
    }

    @Test
    void withUpstreamSwitchedOffWhatIsHereStillServes() throws IOException {
        digest(Checksum.sha256(BYTES));
        var list = new UpstreamAddress("api.github.com", release);
        byte[] answer = take(mirror, list);
        take(mirror, tool);
        github.close();

        assertThat(take(mirror, tool)).isEqualTo(BYTES);
        assertThat(take(mirror, list)).isEqualTo(answer);
        assertThatThrownBy(() -> take(mirror, new UpstreamAddress("github.com", "/acme/x/releases/download/v1/y")))
                .isInstanceOf(MirrorException.class)
                .hasMessageContaining("can't be fetched");
    }

    @Test
    void thatThereIsNoneIsKnownWithoutUpstreamToo() {
        var none = new UpstreamAddress("api.github.com", "/repos/%s/attestations/none".formatted(repository));
        assertThat(catchThrowableOfType(MirrorException.class, () -> take(mirror, none))
                        .kind())
                .isEqualTo(Kind.MISSING);
        github.close();

        assertThat(catchThrowableOfType(MirrorException.class, () -> take(mirror, none))
                        .kind())
                .isEqualTo(Kind.MISSING);
    }

    @Test
    void whatChangesByNatureIsAskedForAgainWithItsTagAndStaysOutOfTheLedger() throws IOException {
        var nightly = new UpstreamAddress("files.example.org", "/nightly/" + repository);
        github.file(nightly.path(), "one".getBytes(StandardCharsets.UTF_8));
        assertThat(take(mirror, nightly)).asString().isEqualTo("one");
        assertThat(take(mirror, nightly)).asString().isEqualTo("one");
        assertThat(github.requests(nightly.path()).getLast().header("If-None-Match"))
                .isNotEmpty();
        github.file(nightly.path(), "two".getBytes(StandardCharsets.UTF_8));
        assertThat(take(mirror, nightly)).asString().isEqualTo("two");

        PullThrough patient = node(folder.resolve("shared"), Duration.ofHours(1));
        github.file(nightly.path(), "three".getBytes(StandardCharsets.UTF_8));
        assertThat(take(patient, nightly)).asString().isEqualTo("two");
        assertThat(ledger.find(nightly)).isEmpty();
    }

    @Test
    void whoWaitedForAFetchThatFailedHearsWhy() {
        var missing = new UpstreamAddress("github.com", "/acme/tool/releases/download/v9/" + repository.substring(5));

        MirrorException refusal = catchThrowableOfType(MirrorException.class, () -> take(mirror, missing));

        assertThat(refusal.kind()).isEqualTo(Kind.MISSING);
        assertThatThrownBy(() -> mirror.get(new UpstreamAddress("evil.example.com", "/x"), "*/*", false))
                .hasMessageContaining("not mirrored here");
    }

    @Test
    void theFetchOfANodeThatDiedIsTakenOverWhenItsLeaseEnds() throws IOException {
        var dead = new Leases(DATABASE, UUID.randomUUID(), 1);
        assertThat(dead.claim(tool)).hasValue(1);
        assertThat(new Leases(DATABASE, UUID.randomUUID(), 1).claim(tool)).isEmpty();

        assertThat(take(mirror, tool)).isEqualTo(BYTES);

        assertThat(dead.renew(tool, 1)).isFalse();
        boolean finished = DATABASE.call(connection -> dead.finish(connection, tool, 1));
        assertThat(finished).isFalse();
    }

    @Test
    void aPartOfWhatIsNotHereWaitsForTheWhole() throws IOException {
        digest(Checksum.sha256(BYTES));

        try (Found found = mirror.get(tool, "*/*", true)) {
            assertThat(found).isInstanceOf(Found.Held.class);
        }
    }
}
