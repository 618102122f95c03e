package io.atmoshub.mirror.blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Reads every blob once, without hurry: a damaged one is found before somebody asks for it.
public final class Scrub {
    private final Blobs blobs;
    private final Pause pause;

    /// Rest after each blob, so that a disk has time for those who wait for it.
    @FunctionalInterface
    public interface Pause {
        void after(BlobId id) throws InterruptedException;
    }

    /// What was read, and what of it is damaged or went missing meanwhile.
    public record Report(int read, List<BlobId> damaged) {
        public Report {
            damaged = List.copyOf(damaged);
        }
    }

    public Scrub(Blobs blobs, Pause pause) {
        this.blobs = blobs;
        this.pause = pause;
    }

    public Report run(BooleanSupplier goesOn) throws IOException, InterruptedException {
        var all = new ArrayList<BlobId>();
        blobs.each(all::add);
        var damaged = new ArrayList<BlobId>();
        int read = 0;
        for (BlobId id : all) {
            if (!goesOn.getAsBoolean()) {
                break;
            }
            try {
                if (!blobs.intact(id)) {
                    damaged.add(id);
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            read++;
            pause.after(id);
        }
        return new Report(read, damaged);
    }
}
