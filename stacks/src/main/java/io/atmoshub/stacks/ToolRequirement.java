package io.atmoshub.stacks;

import io.atmoshub.project.version.VersionRange;
import io.atmoshub.project.yaml.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A tool that something depends on, and the places that say so, the weakest first. They can all be met.
///
/// @param tool as the strongest place calls it
public record ToolRequirement(String tool, List<Demand> demands) {
    private static final String LATEST = "latest";

    /// What one place demands: a version, `latest`, or bounds.
    public record Demand(String tool, String version, Origin origin) {
        public Demand {
            version = version.strip();
        }

        boolean isRange() {
            return VersionRange.isRange(version);
        }

        boolean isOne() {
            return !isRange() && !version.equals(LATEST);
        }
    }

    public ToolRequirement {
        demands = List.copyOf(demands);
        check(demands);
    }

    /// One for each tool, in the order in which tools are named first.
    ///
    /// @param demands the weakest first
    /// @param aliases what tools are called for short
    /// @throws StackException when two of them can't be met at once
    public static List<ToolRequirement> of(List<Demand> demands, Map<String, String> aliases) {
        Map<String, List<Demand>> byTool = new LinkedHashMap<>();
        for (Demand demand : demands) {
            byTool.computeIfAbsent(aliases.getOrDefault(demand.tool(), demand.tool()), tool -> new ArrayList<>())
                    .add(demand);
        }
        return byTool.values().stream()
                .map(each -> new ToolRequirement(each.getLast().tool(), each))
                .toList();
    }

    /// Where the strongest demand stands.
    public Origin origin() {
        return demands.getLast().origin();
    }

    /// The version to install: the one that somebody names, or else the bounds of all.
    public String version() {
        return demands.stream()
                .filter(Demand::isOne)
                .map(Demand::version)
                .findFirst()
                .orElseGet(() -> demands.stream()
                        .filter(Demand::isRange)
                        .map(Demand::version)
                        .distinct()
                        .reduce(VersionRange::both)
                        .orElse(LATEST));
    }

    private static void check(List<Demand> demands) {
        for (int i = 0; i < demands.size(); i++) {
            Demand child = demands.get(i);
            for (Demand parent : demands.subList(0, i)) {
                if (!areCompatible(List.of(parent, child))) {
                    throw new StackException(
                            child.origin(),
                            "%s %s is demanded here, but %s at %s."
                                    .formatted(child.tool(), child.version(), parent.version(), parent.origin()),
                            child.isOne()
                                    ? "Pick a version that satisfies both, or loosen the bounds there."
                                    : "Change one of the two so that a version satisfies both.");
                }
            }
        }
        // Each pair may go together, and all of them still not.
        if (!areCompatible(demands)) {
            throw new StackException(
                    demands.getLast().origin(),
                    "No version of %s satisfies all that is demanded: %s."
                            .formatted(
                                    demands.getLast().tool(),
                                    String.join(
                                            ", ",
                                            demands.stream()
                                                    .map(each -> each.version() + " (" + each.origin() + ")")
                                                    .toList())),
                    "Loosen one of them.");
        }
    }

    private static boolean areCompatible(List<Demand> demands) {
        List<VersionRange> ranges = demands.stream()
                .filter(Demand::isRange)
                .map(ToolRequirement::range)
                .toList();
        List<String> versions = demands.stream()
                .filter(Demand::isOne)
                .map(each -> each.version().replaceFirst("^v(?=\\d)", ""))
                .distinct()
                .toList();
        return switch (versions.size()) {
            case 0 -> VersionRange.areCompatible(ranges);
            case 1 -> ranges.stream().allMatch(range -> range.accepts(versions.getFirst()));
            default -> false;
        };
    }

    private static VersionRange range(Demand demand) {
        return VersionRange.parse(demand.version())
                .orElseThrow(() -> new StackException(
                        demand.origin(),
                        "\"%s\" is no version and no constraint.".formatted(demand.version()),
                        "Write 1.10.3, latest, ~> 1.10, ^0.54, or \">= 1.5, < 2\"."));
    }
}
