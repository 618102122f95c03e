package io.atmoshub.toolchain.install;

import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.ChecksumSource;
import io.atmoshub.toolchain.Installable;
import io.atmoshub.toolchain.Packing;
import io.atmoshub.toolchain.Platform;
import io.atmoshub.toolchain.Progress;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.fetch.Cache;
import io.atmoshub.toolchain.fetch.Downloads;
import io.atmoshub.toolchain.fetch.Web;
import io.atmoshub.toolchain.fetch.WebRules;
import io.atmoshub.toolchain.unpack.Limits;
import io.atmoshub.toolchain.unpack.Unpacker;
import io.atmoshub.toolchain.verify.KeyRing;
import io.atmoshub.toolchain.verify.Policy;
import io.atmoshub.toolchain.verify.Verifier;
import io.atmoshub.toolchain.verify.VerifierPrograms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Installs one tool, in this process or in one of its own that is told where, line by line: `ROOT CACHE`.
final class InstallOnce {
    private InstallOnce() {}

    /// `ADDRESS SHA256`.
    public static void main(String[] arguments) throws IOException {
        Installable tool =
                tool(URI.create(arguments[0]), Checksum.of(arguments[1]).orElseThrow());
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] where = order.split("\t");
            var outcome = install(Path.of(where[0]), Path.of(where[1]), tool, Progress.NONE, false, Optional.empty());
            System.out.println(outcome.fresh() ? "fresh" : "there");
        }
    }

    static Installable tool(URI address, Checksum... sums) {
        String name = address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
        return new Installable(
                new ToolId("acme/tool"),
                "1.0.0",
                new Platform("linux", "amd64"),
                List.of(address),
                name,
                Packing.of(name),
                List.of(new Installable.Program("tool", "tool-1.0.0/bin/tool")),
                List.of(sums).stream()
                        .<ChecksumSource>map(sum -> new ChecksumSource.Known(sum, "the test"))
                        .toList(),
                List.of());
    }

    static Installer.Outcome install(
            Path root, Path cache, Installable tool, Progress progress, boolean again, Optional<Checksum> locked) {
        try (Web web = new Web(WebRules.from(Map.of()))) {
            return installer(root, cache, web, progress).install(tool, locked, again);
        }
    }

    static Installer installer(Path root, Path cache, Web web, Progress progress) {
        var downloads =
                new Downloads(web, Cache.in(cache, 1L << 30, root.resolve(".staging/cache"), progress), progress);
        return new Installer(
                new ToolsFolder(root),
                downloads,
                new Verifier(
                        Policy.DEFAULT, downloads, new KeyRing(root.resolve("keys")), VerifierPrograms.NONE, progress),
                new Unpacker(Limits.DEFAULT),
                progress);
    }
}
