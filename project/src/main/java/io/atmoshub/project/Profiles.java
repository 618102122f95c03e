package io.atmoshub.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Named sets of configuration, each a folder of files that lie over `atmos.yaml` while it is chosen: by `--profile`,
/// else by `ATMOS_PROFILE`, else by `profiles.default`.
record Profiles(Path configFolder, ConfigPlaces places) {
    static List<String> chosen(Opening opening, Config config, Limits limits) {
        if (!opening.profiles().isEmpty()) {
            return opening.profiles();
        }
        List<String> fromVariable = new ConfigVariables(limits).profiles(config);
        return fromVariable.isEmpty()
                ? config.text("profiles", "default").map(String::strip).filter(name -> !name.isEmpty()).stream()
                        .toList()
                : fromVariable;
    }

    Config over(Config config, List<String> names, ConfigReader reader) {
        Config result = config;
        for (String name : names) {
            List<Path> candidates =
                    locations(config).stream().map(place -> place.resolve(name)).toList();
            Path folder = candidates.stream()
                    .filter(place -> places.limits().mayRead(place) && Files.isDirectory(place))
                    .findFirst()
                    .orElseThrow(() -> missing(name, config));
            for (Path file : places.below(folder)) {
                result = result.with(reader.withImports(file, 0));
            }
        }
        return result;
    }

    private ProjectException missing(String name, Config config) {
        var known = new TreeSet<String>();
        for (Path place : locations(config)) {
            if (places.limits().mayRead(place) && Files.isDirectory(place)) {
                try (Stream<Path> inside = Files.list(place)) {
                    inside.filter(Files::isDirectory)
                            .forEach(folder -> known.add(folder.getFileName().toString()));
                } catch (IOException unreadable) {
                    // Then it names no profile.
                }
            }
        }
        return new ProjectException(
                "There is no profile \"%s\".".formatted(name),
                known.isEmpty()
                        ? "Make a folder with its settings: profiles/%s".formatted(name)
                        : "There are: %s.".formatted(String.join(", ", known)));
    }

    private List<Path> locations(Config config) {
        var all = new ArrayList<Path>();
        config.text("profiles", "base_path").map(configFolder::resolve).ifPresent(all::add);
        all.add(configFolder.resolve(".atmos/profiles"));
        Optional<Path> personal = places.personal();
        personal.map(place -> place.resolve("profiles")).ifPresent(all::add);
        all.add(configFolder.resolve("profiles"));
        return all;
    }
}
