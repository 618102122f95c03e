package io.atmoshub.toolchain.install;

import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Remembers which tool a name meant when it was installed, so that everyday commands ask no registry.
public record Names(ToolsFolder tools) {
    private Path file() {
        return tools.own("names");
    }

    public Optional<ToolId> find(String name) {
        return Optional.ofNullable(read().get(name)).filter(ToolId::fits).map(ToolId::new);
    }

    public void remember(String name, ToolId tool) {
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
                String[] parts = line.split(" ");
                if (parts.length == 2) {
                    names.put(parts[0], parts[1]);
                }
            }
        } catch (IOException e) {
            names.clear();
        }
        return names;
    }
}
