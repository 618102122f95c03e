package io.atmoshub.cli.mirror;

import io.atmoshub.hub.mirror.MirrorDownload;
import io.atmoshub.hub.mirror.Verification;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// How the commands of the mirror say things.
final class Words {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private Words() {}

    static String of(Verification verified) {
        return switch (verified) {
            case DIGEST -> "digest";
            case CHECKSUM -> "checksum";
            case DECISION -> "decided";
            case FIRST_SEEN -> "first seen";
        };
    }

    static String at(Instant time) {
        return TIME.format(time);
    }

    static String of(MirrorDownload download) {
        return "%-20s %5d times, last on %s  %s"
                .formatted(download.who(), download.count(), at(download.last()), download.address());
    }
}
