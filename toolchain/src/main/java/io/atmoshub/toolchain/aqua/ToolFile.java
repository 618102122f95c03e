package io.atmoshub.toolchain.aqua;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A program in a package, as the registry tells it.
///
/// @param src where it is in the archive: a template
/// @param dir where `go build` is to run: a template
/// @param link the name under which it has to be found beside `src`
public record ToolFile(
        String name,
        @Nullable String src,
        @Nullable String dir,
        @Nullable String link,
        boolean hard,
        List<String> buildTags) {
    public ToolFile {
        buildTags = List.copyOf(buildTags);
    }

    static ToolFile named(String name) {
        return new ToolFile(name, null, null, null, false, List.of());
    }
}
