package io.atmoshub.toolchain.verify;

import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.ChecksumSource.Layout;
import io.atmoshub.toolchain.ChecksumSource.Published;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.version.ExpressionException;
import io.atmoshub.toolchain.version.GoPattern;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds a download's checksum in a file of checksums, in each of the ways such files are written.
final class ChecksumFile {
    /// `SHA256 (tool.tar.gz) = ab12…`
    private static final Pattern BSD = Pattern.compile("([A-Za-z0-9-]+) \\((.+)\\) ?= ?([0-9a-fA-F]+)");
    /// `ab12…  tool.tar.gz`, `ab12… *./dist/tool.tar.gz`
    private static final Pattern GNU = Pattern.compile("(?:sha\\d+:)?([0-9a-fA-F]{32,128})[ \\t]+\\*?(.+)");

    private ChecksumFile() {}

    static Optional<Checksum> find(String text, String assetName, Published source) {
        return switch (source.layout()) {
            case Layout.Lines _ -> inLines(text, assetName, source.algorithm());
            case Layout.Raw _ -> checksum(text.strip().split("\\s+", 2)[0], source.algorithm());
            case Layout.Patterns(String checksum, String file) ->
                byPatterns(text, assetName, checksum, file, source.algorithm());
        };
    }

    private static Optional<Checksum> inLines(String text, String assetName, Checksum.@Nullable Algorithm algorithm) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (String line : lines) {
            Matcher bsd = BSD.matcher(line);
            if (bsd.matches() && last(bsd.group(2)).equals(assetName)) {
                Optional<Checksum> found =
                        Checksum.Algorithm.named(bsd.group(1)).flatMap(one -> checksum(bsd.group(3), one));
                if (found.isPresent() && (algorithm == null || found.get().algorithm() == algorithm)) {
                    return found;
                }
            }
            Matcher gnu = GNU.matcher(line);
            if (gnu.matches() && last(gnu.group(2)).equals(assetName)) {
                Optional<Checksum> found = checksum(gnu.group(1), algorithm);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return lines.size() == 1 && !lines.getFirst().contains(" ")
                ? checksum(lines.getFirst(), algorithm)
                : Optional.empty();
    }

    private static Optional<Checksum> byPatterns(
            String text,
            String assetName,
            String checksum,
            @Nullable String file,
            Checksum.@Nullable Algorithm algorithm) {
        try {
            if (file == null || file.isEmpty()) {
                return GoPattern.of("(?m)" + checksum).caught(text).flatMap(sum -> checksum(sum, algorithm));
            }
            GoPattern sum = GoPattern.of(checksum);
            GoPattern name = GoPattern.of(file);
            return text.lines()
                    .filter(line -> name.caught(line)
                            .filter(named -> last(named).equals(assetName))
                            .isPresent())
                    .flatMap(line -> sum.caught(line).stream())
                    .findFirst()
                    .flatMap(digits -> checksum(digits, algorithm));
        } catch (ExpressionException e) {
            throw new ToolchainException(
                    "The pattern for checksums is wrong: %s.".formatted(e.getMessage()),
                    "Check the tool's definition (checksum: pattern).",
                    e);
        }
    }

    private static Optional<Checksum> checksum(String digits, Checksum.@Nullable Algorithm algorithm) {
        return Checksum.of(algorithm == null ? digits : algorithm + ":" + digits);
    }

    private static String last(String path) {
        String name = path.strip();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
