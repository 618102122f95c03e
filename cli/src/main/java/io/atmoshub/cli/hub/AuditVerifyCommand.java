package io.atmoshub.cli.hub;

import io.atmoshub.cli.Atmos;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.client.HubOverHttp;
import io.atmoshub.hub.ErrorCode;
import io.atmoshub.hub.HubException;
import io.atmoshub.hub.HubJson;
import io.atmoshub.hub.audit.AuditEntry;
import io.atmoshub.hub.audit.AuditLog;
import io.atmoshub.hub.audit.AuditVerdict;
import io.atmoshub.hub.audit.AuditVerifier;
import io.atmoshub.hub.audit.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;

/// `atmos hub audit verify`.
@Command(
        name = "verify",
        description = "Recomputes the audit log's chain of hashes and its signed checkpoints, here and not in the hub.",
        footer = {
            "",
            "Examples:",
            "  atmos hub audit verify",
            "  atmos hub audit verify --checkpoint checkpoint.json --export audit.ndjson"
        })
final class AuditVerifyCommand implements Callable<Integer> {
    private static final int PORTION = 1_000;

    private final Terminal terminal;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint that was exported earlier and kept elsewhere.")
    private @Nullable Path checkpoint;

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "Checks this export (NDJSON, all entries) instead of the hub's log.")
    private @Nullable Path export;

    @Option(names = "--json", description = "Shows the verdict as JSON.")
    private boolean json;

    AuditVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Checkpoint kept = checkpoint == null ? null : readCheckpoint(checkpoint);
        AuditVerdict verdict = export == null ? ofHub(kept) : ofExport(export, kept);
        show(verdict);
        return verdict instanceof AuditVerdict.Intact ? Atmos.DONE : Atmos.FAILED;
    }

    private AuditVerdict ofHub(@Nullable Checkpoint kept) {
        try (HubOverHttp hub = Credentials.of(terminal.environment()).hub()) {
            AuditLog log = hub.audit();
            // Before the entries: one signed in the meantime would vouch for what was not read.
            var verifier = new AuditVerifier(log.checkpoints(), kept);
            long last = 0;
            List<AuditEntry> portion = log.sealed(last, PORTION);
            while (!portion.isEmpty()) {
                portion.forEach(verifier::feed);
                Long seq = portion.getLast().seq();
                if (seq == null || seq <= last) {
                    break;
                }
                last = seq;
                portion = log.sealed(last, PORTION);
            }
            return verifier.verdict();
        }
    }

    private static AuditVerdict ofExport(Path file, @Nullable Checkpoint kept) {
        var verifier = new AuditVerifier(List.of(), kept);
        try (Stream<String> lines = Files.lines(file)) {
            lines.filter(line -> !line.isBlank())
                    .map(line -> HubJson.read(line, AuditEntry.class))
                    .filter(entry -> entry.seq() != null)
                    // Exports have the newest first.
                    .sorted(Comparator.comparing(entry -> entry.seq() == null ? 0L : entry.seq()))
                    .forEach(verifier::feed);
        } catch (IOException | JacksonException | java.io.UncheckedIOException e) {
            throw unreadable(file, e);
        }
        return verifier.verdict();
    }

    private static Checkpoint readCheckpoint(Path file) {
        try {
            return HubJson.read(Files.readString(file), Checkpoint.class);
        } catch (IOException | JacksonException e) {
            throw unreadable(file, e);
        }
    }

    private static HubException unreadable(Path file, Exception cause) {
        return new HubException(
                ErrorCode.INVALID_INPUT,
                "%s can't be read.".formatted(file),
                "It has to be what this command's sister exports, or the Audit page.",
                cause);
    }

    private void show(AuditVerdict verdict) {
        Screen out = terminal.out();
        switch (verdict) {
            case AuditVerdict.Intact(long entries, long first, long signedTo) -> {
                if (json) {
                    out.json(Map.of("verdict", "intact", "entries", entries, "first", first, "signedTo", signedTo));
                } else {
                    out.line(
                            Screen.Style.GOOD,
                            "Intact: %,d entries, vouched for by a signature up to %,d.".formatted(entries, signedTo));
                    if (first > 1) {
                        out.line(
                                Screen.Style.BAD,
                                "The log begins at entry %,d: the %,d before it are gone, and nothing shows what they were."
                                        .formatted(first, first - 1));
                    }
                }
            }
            case AuditVerdict.Broken(long seq, String why) -> {
                if (json) {
                    out.json(Map.of("verdict", "broken", "seq", seq, "why", why));
                } else {
                    out.line(Screen.Style.BAD, "Broken at entry %,d. %s".formatted(seq, why));
                }
            }
            case AuditVerdict.Cut(long lastSeq, long signedTo) -> {
                if (json) {
                    out.json(Map.of("verdict", "cut", "lastSeq", lastSeq, "signedTo", signedTo));
                } else {
                    out.line(
                            Screen.Style.BAD,
                            "Cut off: the log ends at entry %,d, but a checkpoint vouches for entries up to %,d."
                                    .formatted(lastSeq, signedTo));
                }
            }
        }
    }
}
