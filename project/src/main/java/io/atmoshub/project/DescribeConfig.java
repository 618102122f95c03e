package io.atmoshub.project;

import java.util.Optional;

/// What `describe component` shows when the command does not say: as `describe` sets it, or else as Atmos did on
/// the day that `edition` names.
///
/// @param provenance whether YAML is written with the place of every value beside it
/// @param full whether everything is shown, not only the sections of a manifest
public record DescribeConfig(boolean provenance, boolean full) {
    private static final String PROVENANCE_SINCE = "2026-07-16";
    private static final String SCHEMA_SINCE = "2026-07-17";

    static DescribeConfig of(Config config) {
        Optional<String> edition = config.text("edition").filter(day -> day.matches("\\d{4}-\\d{2}-\\d{2}"));
        boolean withProvenance =
                edition.filter(day -> day.compareTo(PROVENANCE_SINCE) < 0).isEmpty();
        boolean full = edition.filter(day -> day.compareTo(SCHEMA_SINCE) < 0).isPresent();
        String filter = config.text("describe", "component", "filter").orElse(full ? "full" : "schema");
        if (!filter.equals("full") && !filter.equals("schema")) {
            throw new ProjectException(
                    config.origin("describe", "component", "filter"),
                    "describe.component.filter is \"%s\".".formatted(filter),
                    "Set it to schema or full.");
        }
        return new DescribeConfig(config.flag(withProvenance, "describe", "provenance"), filter.equals("full"));
    }
}
