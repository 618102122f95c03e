package io.atmoshub.server.project;

import io.atmoshub.server.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where projects may be, by the settings.
@Dependent
public class ProjectWiring {
    /// As ATMOS_HUB_PROJECT_ROOTS says; without it, `projects` in the data folder and the bundled example.
    @Produces
    @Singleton
    static ProjectRoots roots(Settings settings) {
        return new ProjectRoots(
                settings.get("ATMOS_HUB_PROJECT_ROOTS").map(ProjectWiring::list).orElseGet(() -> usual(settings)));
    }

    private static List<Path> list(String roots) {
        return Arrays.stream(roots.split(File.pathSeparator))
                .map(String::strip)
                .filter(root -> !root.isEmpty())
                .map(Path::of)
                .toList();
    }

    private static List<Path> usual(Settings settings) {
        List<Path> usual = new ArrayList<>();
        settings.get("ATMOS_HUB_DATA").ifPresent(data -> usual.add(Path.of(data, "projects")));
        settings.get("ATMOS_HUB_EXAMPLE").ifPresent(example -> usual.add(Path.of(example)));
        return usual;
    }
}
