package io.atmoshub.toolchain;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where it is said what a download has to add up to.
public sealed interface ChecksumSource {
    /// Said before anything is fetched; `from` names who says so, as "the lock file" or "GitHub".
    record Known(Checksum checksum, String from) implements ChecksumSource {}

    /// In a file beside the download. `algorithm` is what the file is said to hold; without it, the number of digits
    /// tells.
    record Published(URI address, Checksum.@Nullable Algorithm algorithm, Layout layout) implements ChecksumSource {}

    /// How such a file is to be read.
    sealed interface Layout {
        /// As `sha256sum` and BSD's `sha256` write it; a file of one checksum alone is also read.
        record Lines() implements Layout {}

        /// The checksum alone.
        record Raw() implements Layout {}

        /// By regular expressions with one group each: the checksum and, when there are several, the file's name.
        record Patterns(String checksum, @Nullable String file) implements Layout {}
    }
}
