package io.atmoshub.assistant.tool.file;

import java.time.Duration;

/// A limit on how long regular expressions may take: they read text through it, and looking at one more
/// character when the time is up, or somebody said stop, ends the matching.
final class Patience {
    /// The time is up, or the thread was interrupted.
    static final class Over extends RuntimeException {
        Over() {
            super("time is up", null, false, false);
        }
    }

    private final long end;
    private int looks;

    Patience(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
    }

    CharSequence watching(String text) {
        check();
        return new Watched(text);
    }

    private void check() {
        if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
            throw new Over();
        }
    }

    private final class Watched implements CharSequence {
        private final String text;

        Watched(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if ((++looks & 0x3ff) == 0) {
                check();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
