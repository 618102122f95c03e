package io.atmoshub.toolchain.install;

import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Remembers which tool a name meant when it was installed, so that everyday commands ask no registry.
public final class Names {
    private final ToolsFolder tools;
    private @Nullable Map<String, String> read;

    public Names(ToolsFolder tools) {
        this.tools = tools;
    }

    public Path file() {
        return tools.own("names");
    }

    public Optional<ToolId> find(String name) {
        Map<String, String> names = read == null ? read() : read;
        return Optional.ofNullable(names.get(name)).filter(ToolId::fits).map(ToolId::new);
    }

    public void remember(String name, ToolId tool) {
        // Another process may have written meanwhile.
        Map<String, String> names = read();
        if (!tool.value().equals(names.put(name, tool.value()))) {
            var text = new StringBuilder();
            names.forEach((one, id) -> text.append(one).append(' ').append(id).append('\n'));
            try {
                WholeFile.write(file(), text.toString());
            } catch (IOException e) {
                // The registry is asked again, that is all.
                return;
            }
        }
    }

    private Map<String, String> read() {
        var names = new TreeMap<String, String>();
        try {
            for (String line : Files.readAllLines(file())) {
                int blank = line.indexOf(' ');
                if (blank > 0) {
                    names.put(line.substring(0, blank), line.substring(blank + 1));
                }
            }
        } catch (IOException e) {
            names.clear();
        }
        read = names;
        return names;
    }
}
