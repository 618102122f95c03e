package io.atmoshub.toolchain.unpack;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where an entry goes below the archive's folder. It cannot be above it, whatever the archive says.
record EntryName(List<String> parts) {
    private static final int LONGEST = 4096;
    private static final int LONGEST_PART = 255;
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
    /// What Windows takes for a device, or cuts off.
    private static final Pattern WINDOWS =
            Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?|.*[. ]|.*[:<>|?*\"].*");

    EntryName {
        parts = List.copyOf(parts);
    }

    /// Backslashes separate too: archives made on Windows have them.
    static EntryName of(String raw) {
        String name = raw.replace('\\', '/');
        if (name.startsWith("/") || DRIVE.matcher(name).matches()) {
            throw Hostile.entry(raw, "has an absolute path");
        }
        if (name.chars().anyMatch(Character::isISOControl) || name.length() > LONGEST) {
            throw Hostile.entry(raw, "has a name that no file should have");
        }
        var parts = new ArrayList<String>();
        for (String part : name.split("/")) {
            if (part.equals("..")) {
                throw Hostile.entry(raw, "leaves the archive's folder");
            }
            if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART
                    || (File.separatorChar == '\\' && WINDOWS.matcher(part).matches() && !part.equals("."))) {
                throw Hostile.entry(raw, "has a name that no file should have");
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return new EntryName(parts);
    }

    boolean root() {
        return parts.isEmpty();
    }

    EntryName parent() {
        return new EntryName(parts.subList(0, parts.size() - 1));
    }

    String path() {
        return String.join("/", parts);
    }

    /// The same for all names that some file systems take for one.
    String folded() {
        return Normalizer.normalize(path(), Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
