package io.atmoshub.toolchain.install;

import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.lock.LockFile;
import io.atmoshub.toolchain.pin.Pins;
import io.atmoshub.toolchain.verify.Policy;
import io.atmoshub.toolchain.verify.Policy.Demand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The part of `atmos.yaml`'s `toolchain` that says where tools are put, how they are checked and what is kept.
public record InstallSettings(
        boolean enabled,
        Path toolsFolder,
        String versionsFile,
        boolean useVersionsFiles,
        Path lockFile,
        boolean useLock,
        int atOnce,
        Policy policy,
        Path cacheFolder,
        Duration ttl,
        long cacheBytes,
        boolean autoInstall,
        boolean confirm) {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9}) ?([KMGT]?)i?B?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ms|s|m|h|d)");

    /// `folder` is where its paths start: that of `atmos.yaml`, or where the person stands.
    public static InstallSettings of(@Nullable YamlMapping section, Path folder, Map<String, String> environment) {
        var given = new Given(section, environment);
        Path tools = folder.resolve(given.text("ATMOS_TOOLCHAIN_PATH", ".tools", "install_path", "tools_dir"));
        String cache = given.text("", "", "cache.dir");
        return new InstallSettings(
                given.flag(true, "enabled"),
                tools,
                given.text("", Pins.FILE, "versions_file", "tool_versions_file", "file_path"),
                given.flag(true, "use_tool_versions"),
                folder.resolve(given.text("", LockFile.NAME, "lock_file")),
                given.flag(true, "use_lock_file"),
                number(given.text("ATMOS_TOOLCHAIN_MAX_CONCURRENCY", "4", "max_concurrency")),
                new Policy(demand(given, "verification.checksums"), demand(given, "verification.signatures")),
                cache.isEmpty() ? usualCache(environment) : folder.resolve(home(cache, environment)),
                duration(given.text("", "24h", "cache.ttl")),
                bytes(given.text("", "5GB", "cache.max_size")),
                given.flag(true, "auto_install.enabled"),
                given.flag(false, "auto_install.confirm"));
    }

    private record Given(@Nullable YamlMapping section, Map<String, String> environment) {
        /// The variable, else the first of these keys that is set.
        String text(String variable, String otherwise, String... keys) {
            String set = environment.getOrDefault(variable, "");
            if (!set.isBlank()) {
                return set;
            }
            for (String key : keys) {
                YamlNode at = section;
                for (String part : key.split("\\.")) {
                    at = at instanceof YamlMapping mapping ? mapping.get(part) : null;
                }
                if (at instanceof YamlNode.Scalar scalar
                        && scalar.value() != null
                        && !scalar.text().isBlank()) {
                    return scalar.text();
                }
            }
            return otherwise;
        }

        boolean flag(boolean otherwise, String key) {
            String text = text("", String.valueOf(otherwise), key);
            if (!text.equals("true") && !text.equals("false")) {
                throw wrong(key, text, "true or false");
            }
            return text.equals("true");
        }
    }

    private static Demand demand(Given given, String key) {
        return Demand.of("toolchain." + key, given.text("", Demand.WHEN_AVAILABLE.toString(), key));
    }

    private static Path usualCache(Map<String, String> environment) {
        String base = environment.getOrDefault("XDG_CACHE_HOME", "");
        return base.isBlank()
                ? Path.of(home("~/.cache/atmos-toolchain", environment))
                : Path.of(base, "atmos-toolchain");
    }

    private static String home(String path, Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", "."));
        return path.equals("~") || path.startsWith("~/") ? home + path.substring(1) : path;
    }

    private static int number(String text) {
        if (!text.matches("[1-9]\\d?")) {
            throw wrong("max_concurrency", text, "a number from 1 to 99");
        }
        return Integer.parseInt(text);
    }

    static long bytes(String text) {
        Matcher size = SIZE.matcher(text.strip());
        if (!size.matches()) {
            throw wrong("cache.max_size", text, "a size such as 500MB or 5GB");
        }
        int thousands =
                "KMGT".indexOf(size.group(2).isEmpty() ? "?" : size.group(2).toUpperCase(java.util.Locale.ROOT));
        return Long.parseLong(size.group(1)) << (10 * (thousands + 1));
    }

    static Duration duration(String text) {
        Matcher part = TIME.matcher(text.strip());
        Duration sum = Duration.ZERO;
        int end = 0;
        while (part.find() && part.start() == end) {
            long count = Long.parseLong(part.group(1));
            sum = sum.plus(
                    switch (part.group(2)) {
                        case "ms" -> Duration.ofMillis(count);
                        case "s" -> Duration.ofSeconds(count);
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    });
            end = part.end();
        }
        if (end == 0 || end != text.strip().length()) {
            throw wrong("cache.ttl", text, "a time such as 30m, 24h or 7d");
        }
        return sum;
    }

    private static ToolchainException wrong(String key, String value, String right) {
        return new ToolchainException(
                "toolchain.%s can't be \"%s\".".formatted(key, value), "It has to be %s.".formatted(right));
    }
}
