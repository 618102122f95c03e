package io.atmoshub.server.stack;

import io.atmoshub.hub.stack.Import;
import io.atmoshub.hub.stack.Place;
import io.atmoshub.stacks.StackEngine;
import io.atmoshub.stacks.manifest.Manifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a manifest imports, directly and further on.
final class ImportLinks {
    private final StackEngine engine;
    private final Words words;
    private final Set<Import> links = new LinkedHashSet<>();
    private final Set<Manifest> seen = new HashSet<>();

    private ImportLinks(StackEngine engine, Words words) {
        this.engine = engine;
        this.words = words;
    }

    static List<Import> of(Manifest manifest, StackEngine engine, Words words) {
        ImportLinks links = new ImportLinks(engine, words);
        links.collect(manifest);
        return new ArrayList<>(links.links);
    }

    private void collect(Manifest manifest) {
        if (seen.add(manifest)) {
            for (Manifest.Imported each : manifest.imports()) {
                Place by = words.place(each.by());
                if (by != null) {
                    links.add(new Import(by, shown(engine, each.manifest())));
                }
            }
            manifest.imports().forEach(each -> collect(each.manifest()));
        }
    }

    /// A manifest's file as the places in it name it.
    static String shown(StackEngine engine, Manifest manifest) {
        Path folder = engine.project().stacksFolder();
        Path base = engine.project().basePath();
        Path file = folder.resolve(manifest.file());
        return (file.startsWith(base) ? base.relativize(file) : file).toString().replace('\\', '/');
    }
}
