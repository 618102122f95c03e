package io.atmoshub.toolchain.verify;

import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.fetch.Disk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The OpenPGP keys that are trusted for a tool: those shipped with the product, and `owner/repo.asc` or `owner.asc` in
/// the person's folder of keys.
public final class KeyRing {
    private final Path folder;

    public KeyRing(Path folder) {
        this.folder = folder;
    }

    List<String> gpg(ToolId tool) {
        var keys = new ArrayList<String>();
        try {
            for (String name : List.of(tool.value(), tool.owner())) {
                Path own = folder.resolve(name + ".asc");
                if (Files.isRegularFile(own)) {
                    keys.add(Files.readString(own, StandardCharsets.ISO_8859_1));
                }
                try (InputStream shipped = KeyRing.class.getResourceAsStream("keys/" + name + ".asc")) {
                    if (shipped != null) {
                        keys.add(new String(shipped.readAllBytes(), StandardCharsets.ISO_8859_1));
                    }
                }
            }
        } catch (IOException e) {
            throw Disk.trouble(e);
        }
        return keys;
    }
}
