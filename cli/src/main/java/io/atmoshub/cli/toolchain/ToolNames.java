package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.install.ToolsFolder.Installed;
import io.atmoshub.toolchain.pin.Pin;
import io.atmoshub.toolchain.registry.Registries.Hit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What tools and versions are called, as far as that can be told without the network and at once.
public final class ToolNames implements AutoCloseable {
    private final Toolbox box;

    public ToolNames(Terminal terminal, GlobalOptions options) {
        this.box = new Toolbox(terminal, options, true);
    }

    /// The pinned and the installed ones, each with what it is.
    public Map<String, String> atHand() {
        Map<String, String> names = new TreeMap<>();
        box.tools().all().forEach(one -> names.put(one.tool().value(), "installed"));
        for (Pin pin : box.pins().all()) {
            names.put(pin.name(), "pinned: " + String.join(" ", pin.versions()));
            box.known(pin.name())
                    .map(ToolId::value)
                    .filter(id -> !id.equals(pin.name()))
                    .ifPresent(names::remove);
        }
        return names;
    }

    /// Those that begin so; with their owners only when one is written.
    public Map<String, String> all(String beginning) {
        Map<String, String> names = new TreeMap<>();
        boolean owner = beginning.contains("/");
        for (Hit hit : box.catalog().registries().search(beginning)) {
            Set<String> called =
                    owner ? Set.of(hit.summary().name()) : hit.summary().commands();
            called.stream()
                    .filter(name -> name.startsWith(beginning))
                    .forEach(name -> names.putIfAbsent(name, hit.summary().description()));
        }
        atHand().forEach((name, what) -> {
            if (name.startsWith(beginning)) {
                names.put(name, what);
            }
        });
        return names;
    }

    /// The pinned ones first, then the installed ones, then what was asked of a registry not long ago.
    public List<String> versions(String name) {
        var versions = new LinkedHashSet<String>();
        Optional<ToolId> known = box.known(name);
        known.flatMap(tool -> box.pin(name, tool)).ifPresent(pin -> versions.addAll(pin.versions()));
        known.ifPresent(
                tool -> box.tools().find(tool).stream().map(Installed::version).forEach(versions::add));
        try {
            versions.addAll(box.catalog().versions(box.named(name)));
        } catch (ToolchainException e) {
            // Nobody asked yet, and now is not the time.
            versions.add("latest");
        }
        return List.copyOf(versions);
    }

    @Override
    public void close() {
        box.close();
    }
}
