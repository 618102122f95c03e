package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.toolchain.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Shows how far downloads are: on a terminal one line that moves, in a log one line for each.
public final class ScreenProgress implements Progress {
    private static final int WIDTH = 20;
    private static final int LONGEST_LINE = 110;
    private static final long STEP_NANOS = 80_000_000;

    private final Screen screen;
    private final Map<String, long[]> running = new LinkedHashMap<>();
    private long shownAt;

    ScreenProgress(Screen screen) {
        this.screen = screen;
    }

    @Override
    public synchronized Meter of(String what) {
        long[] state = {0, 0};
        running.put(what, state);
        if (!screen.coloured()) {
            screen.line("fetching " + what);
        }
        return new Meter() {
            @Override
            public void size(long bytes) {
                moved(state, state[0], bytes);
            }

            @Override
            public void at(long bytes) {
                moved(state, bytes, state[1]);
            }

            @Override
            public void close() {
                ended(what);
            }
        };
    }

    private synchronized void moved(long[] state, long at, long size) {
        state[0] = at;
        state[1] = size;
        long now = System.nanoTime();
        if (now - shownAt > STEP_NANOS) {
            shownAt = now;
            show();
        }
    }

    private synchronized void ended(String what) {
        running.remove(what);
        show();
    }

    @Override
    public synchronized void say(String sentence) {
        screen.status("");
        screen.line(sentence);
        show();
    }

    private void show() {
        String line = running.entrySet().stream()
                .map(one -> line(one.getKey(), one.getValue()[0], one.getValue()[1]))
                .collect(Collectors.joining("  "));
        screen.status(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line);
    }

    private static String line(String what, long at, long size) {
        if (size <= 0) {
            return "%s %s".formatted(what, bytes(at));
        }
        int full = (int) (WIDTH * Math.min(at, size) / size);
        return "%s [%s%s] %s".formatted(what, "#".repeat(full), "-".repeat(WIDTH - full), bytes(size));
    }

    public static String bytes(long count) {
        return count < 1 << 10
                ? count + " B"
                : count < 1 << 20
                        ? "%.1f kB".formatted(count / 1024.0)
                        : count < 1 << 30
                                ? "%.1f MB".formatted(count / 1048576.0)
                                : "%.1f GB".formatted(count / 1073741824.0);
    }
}
