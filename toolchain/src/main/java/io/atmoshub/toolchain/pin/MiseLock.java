package io.atmoshub.toolchain.pin;

import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.Platform;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a `mise.lock` says: which version of each tool, and for each platform the file with its checksum. It is read
/// line by line, in the two ways mise has written it: each platform a table of its own, or all on one line.
public record MiseLock(String tool, String version, List<Asset> assets) {
    private static final Pattern TOOL = Pattern.compile("\\[\\[tools\\.(.+)]]");
    private static final Pattern PLATFORM = Pattern.compile("\\[tools\\..+\\.\"?platforms\\.([a-z0-9-]+)\"?]");
    private static final Pattern INLINE = Pattern.compile("\"?platforms\\.([a-z0-9-]+)\"?\\s*=\\s*\\{(.*)}");
    private static final Pattern VALUE = Pattern.compile("([a-z_]+)\\s*=\\s*(?:\"([^\"]*)\"|(\\d+))");

    public MiseLock {
        assets = List.copyOf(assets);
    }

    /// The file for one platform. There is no checksum where mise wrote none, or one of a kind not known here.
    public record Asset(Platform platform, URI url, Optional<Checksum> checksum, long size) {}

    static List<MiseLock> read(String text) {
        var all = new ArrayList<MiseLock>();
        var reading = new Reading("");
        for (String line : text.lines().map(String::strip).toList()) {
            Matcher tool = TOOL.matcher(line);
            Matcher platform = PLATFORM.matcher(line);
            Matcher inline = INLINE.matcher(line);
            if (tool.matches()) {
                reading.addTo(all);
                reading = new Reading(tool.group(1).replaceAll("[\"']", ""));
            } else if (platform.matches()) {
                reading.begin(platform.group(1));
            } else if (inline.matches()) {
                reading.begin(inline.group(1));
                values(inline.group(2), reading);
            } else if (!line.startsWith("#")) {
                values(line, reading);
            }
        }
        reading.addTo(all);
        return all;
    }

    private static void values(String text, Reading reading) {
        Matcher value = VALUE.matcher(text);
        while (value.find()) {
            reading.set(value.group(1), value.group(2) == null ? value.group(3) : value.group(2));
        }
    }

    private static final class Reading {
        private String tool;
        private String version = "";
        private String platform = "";
        private String url = "";
        private String checksum = "";
        private long size;
        private final List<Asset> assets = new ArrayList<>();

        Reading(String tool) {
            this.tool = tool;
        }

        void begin(String next) {
            end();
            platform = next;
        }

        void set(String key, String value) {
            switch (key) {
                case "version" -> version = value;
                // The name may be a short one; this says what it stands for.
                case "backend" -> tool = value.contains("/") ? value : tool;
                case "url" -> url = value;
                case "checksum" -> checksum = value;
                case "size" -> size = value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
                default -> {
                    // Nothing that is needed here.
                }
            }
        }

        private void end() {
            String[] parts = platform.split("-");
            if (parts.length == 2 && !url.isEmpty()) {
                var here = new Platform(
                        parts[0].equals("macos") ? "darwin" : parts[0], parts[1].equals("x64") ? "amd64" : parts[1]);
                assets.add(new Asset(here, URI.create(url), Checksum.of(checksum), size));
            }
            platform = "";
            url = "";
            checksum = "";
            size = 0;
        }

        void addTo(List<MiseLock> all) {
            end();
            if (!tool.isEmpty() && !version.isEmpty()) {
                all.add(new MiseLock(OtherFile.withoutBackend(tool), OtherFile.number(version), assets));
            }
        }
    }
}
