package io.atmoshub.web.mirror;

import java.util.Locale;

/// How large something is, as people read it.
final class Size {
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

    private Size() {}

    static String of(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", size, UNITS[unit]);
    }
}
