package io.atmoshub.hub.testing;

import io.atmoshub.hub.mirror.MirrorDownload;
import io.atmoshub.hub.mirror.MirrorFile;
import io.atmoshub.hub.mirror.QuarantineId;
import io.atmoshub.hub.mirror.QuarantinedFile;
import io.atmoshub.hub.mirror.Recall;
import io.atmoshub.hub.mirror.Verification;
import io.atmoshub.hub.policy.PolicyDocument;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the hub in memory has mirrored. Everything under the hub's lock.
final class MirrorShelf {
    record Taken(String sha256, MirrorDownload download) {}

    private static final Pattern RELEASE = Pattern.compile(
            "https://github\\.com/([^/]+/[^/]+)/releases/download/([^/]+)/.*?(linux|darwin|windows)?_?(amd64|arm64)?");

    final Map<String, MirrorFile> files = new LinkedHashMap<>();
    final List<PolicyDocument> policies = new ArrayList<>();
    final List<Taken> taken = new ArrayList<>();
    final Map<QuarantineId, QuarantinedFile> quarantine = new LinkedHashMap<>();
    final Map<String, Recall> recalls = new LinkedHashMap<>();

    void fetched(String login, String address, String content, Instant now) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String hash = sha256(bytes);
        MirrorFile before = files.get(address);
        if (before != null && !before.sha256().equals(hash)) {
            var differs =
                    new QuarantinedFile(QuarantineId.random(), address, before.sha256(), hash, bytes.length, now, null);
            boolean known = quarantine.values().stream()
                    .anyMatch(q -> q.address().equals(address)
                            && q.kept().equals(before.sha256())
                            && q.seen().equals(hash));
            if (!known) {
                quarantine.put(differs.id(), differs);
            }
            return;
        }
        if (before == null) {
            pin(address, hash, bytes.length, Verification.FIRST_SEEN, now);
        }
        if (!recalls.containsKey(hash)) {
            taken.add(new Taken(
                    hash, new MirrorDownload(login, address, 1, bytes.length, now.truncatedTo(ChronoUnit.MINUTES))));
        }
    }

    void pin(String address, String hash, long size, Verification verified, Instant now) {
        Matcher release = RELEASE.matcher(address);
        boolean known = release.matches();
        String os = known ? release.group(3) : null;
        String arch = known ? release.group(4) : null;
        files.remove(address);
        files.put(
                address,
                new MirrorFile(
                        address,
                        known ? release.group(1) : "",
                        known ? release.group(2) : "",
                        os == null || arch == null ? "" : os + "_" + arch,
                        hash,
                        size,
                        verified,
                        now,
                        null));
    }

    MirrorFile shown(MirrorFile file) {
        Recall recall = recalls.get(file.sha256());
        @Nullable String reason = recall == null ? null : recall.reason();
        return new MirrorFile(
                file.address(),
                file.tool(),
                file.version(),
                file.platform(),
                file.sha256(),
                file.size(),
                file.verified(),
                file.firstSeen(),
                reason);
    }

    List<MirrorDownload> takers(String sha256) {
        Map<String, MirrorDownload> sums = new LinkedHashMap<>();
        for (Taken one : taken) {
            if (one.sha256().equals(sha256)) {
                sums.merge(one.download().who() + " " + one.download().address(), one.download(), MirrorShelf::both);
            }
        }
        return sums.values().stream()
                .sorted(java.util.Comparator.comparing(MirrorDownload::last)
                        .reversed()
                        .thenComparing(MirrorDownload::who))
                .toList();
    }

    private static MirrorDownload both(MirrorDownload one, MirrorDownload other) {
        return new MirrorDownload(
                one.who(),
                one.address(),
                one.count() + other.count(),
                one.bytes() + other.bytes(),
                one.last().isAfter(other.last()) ? one.last() : other.last());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
