package io.atmoshub.mirror.policy;

import io.atmoshub.hub.policy.PolicyFinding;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.project.yaml.YamlLimits;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.version.VersionWish;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a policy from YAML and notes what is wrong with it, with its place.
final class PolicyReader {
    private static final YamlLimits LIMITS = new YamlLimits(200_000, 20, 20_000);
    private static final String FILE = "policy.yaml";
    private static final Pattern AGE = Pattern.compile("(\\d{1,5})\\s*(d|days?|h|hours?)");
    private static final String SEE = "docs/mirror.md#policy has an example.";

    private final List<PolicyFinding> findings = new ArrayList<>();
    private Demands usual = Demands.NONE;

    MirrorPolicy read(String text) {
        try {
            if (Yaml.parse(FILE, text, LIMITS) instanceof YamlMapping root) {
                return read(root);
            }
            error(Origin.startOf(FILE), "This is no policy.", SEE);
        } catch (YamlException e) {
            error(e.origin(), e.problem(), e.hint());
        }
        return new MirrorPolicy(true, true, usual, List.of(), List.of(), findings);
    }

    private MirrorPolicy read(YamlMapping root) {
        keys(root, Set.of("default", "unnamed", "minimum_age", "verification", "rules", "exceptions"));
        usual = demands(root);
        return new MirrorPolicy(
                allows(root, "default"),
                allows(root, "unnamed"),
                usual,
                list(root, "rules", this::rule),
                list(root, "exceptions", this::exception),
                findings);
    }

    private @Nullable ToolRule rule(YamlMapping item) {
        keys(item, Set.of("tool", "teams", "deny", "versions", "minimum_age", "verification"));
        String tool = needed(item, "tool");
        List<String> teams = words(item, "teams");
        if (!teams.isEmpty()) {
            findings.add(new PolicyFinding(
                    item.origin().line(),
                    item.origin().column(),
                    false,
                    "This hub knows no teams yet: the rule applies to nobody.",
                    "Leave \"teams\" out, and it applies to everybody."));
        }
        return tool == null
                ? null
                : new ToolRule(tool, teams, item.text("deny"), versions(item, "versions"), demands(item));
    }

    private @Nullable ToolException exception(YamlMapping item) {
        keys(item, Set.of("tool", "versions", "reason", "until"));
        String tool = needed(item, "tool");
        String reason = needed(item, "reason");
        String day = needed(item, "until");
        String versions = versions(item, "versions");
        if (versions == null && item.get("versions") == null) {
            error(item.origin(), "An exception says for which \"versions\" it is.", SEE);
        }
        if (tool == null || reason == null || day == null || versions == null) {
            return null;
        }
        try {
            return new ToolException(tool, versions, reason, LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            error(item.origin(), "\"%s\" is no day.".formatted(day), "Write it as 2026-12-31.");
            return null;
        }
    }

    private Demands demands(YamlMapping item) {
        Duration age = usual.age();
        String said = item.text("minimum_age");
        if (said != null) {
            Matcher parts = AGE.matcher(said.strip());
            if (parts.matches()) {
                long count = Long.parseLong(parts.group(1));
                age = parts.group(2).startsWith("d") ? Duration.ofDays(count) : Duration.ofHours(count);
            } else {
                error(at(item, "minimum_age"), "\"%s\" is no age.".formatted(said), "Write 7 days, or 36 hours.");
            }
        }
        String verification = item.text("verification");
        if (verification != null && !verification.equals("published") && !verification.equals("any")) {
            error(
                    at(item, "verification"),
                    "There is no verification \"%s\".".formatted(verification),
                    "Write published (the publisher or GitHub vouches for the file), or any.");
        }
        return new Demands(age, verification == null ? usual.vouched() : verification.equals("published"));
    }

    private boolean allows(YamlMapping item, String key) {
        String said = item.text(key);
        if (said != null && !said.equals("allow") && !said.equals("deny")) {
            error(at(item, key), "\"%s\" is neither allow nor deny.".formatted(said), "Write one of them.");
        }
        return !"deny".equals(said);
    }

    private @Nullable String versions(YamlMapping item, String key) {
        String said = item.text(key);
        try {
            if (said != null) {
                VersionWish.parse(said);
            }
            return said;
        } catch (ToolchainException e) {
            error(at(item, key), e.what(), "Write a version, or bounds such as \">= 1.9, < 2\".");
            return null;
        }
    }

    private @Nullable String needed(YamlMapping item, String key) {
        String said = item.text(key);
        if (said == null || said.isBlank()) {
            error(item.origin(), "\"%s\" is missing.".formatted(key), SEE);
            return null;
        }
        return said.strip();
    }

    private List<String> words(YamlMapping item, String key) {
        return item.get(key) instanceof YamlNode.Sequence list
                ? list.items().stream()
                        .map(each -> String.valueOf(each.toJava()))
                        .toList()
                : List.of();
    }

    private <T> List<T> list(YamlMapping root, String key, Function<YamlMapping, @Nullable T> read) {
        var all = new ArrayList<T>();
        YamlNode value = root.get(key);
        if (value != null && !(value instanceof YamlNode.Sequence)) {
            error(value.origin(), "\"%s\" is a list.".formatted(key), SEE);
        }
        if (value instanceof YamlNode.Sequence items) {
            for (YamlNode item : items.items()) {
                T one = item instanceof YamlMapping mapping ? read.apply(mapping) : null;
                if (one != null) {
                    all.add(one);
                } else if (!(item instanceof YamlMapping)) {
                    error(item.origin(), "An item of \"%s\" has keys and values.".formatted(key), SEE);
                }
            }
        }
        return all;
    }

    private void keys(YamlMapping item, Set<String> known) {
        for (YamlMapping.Entry entry : item) {
            if (!known.contains(entry.key())) {
                error(
                        entry.place(),
                        "There is no key \"%s\" here.".formatted(entry.key()),
                        "There are: %s."
                                .formatted(String.join(
                                        ", ", known.stream().sorted().toList())));
            }
        }
    }

    private static Origin at(YamlMapping item, String key) {
        YamlNode value = item.get(key);
        return value == null ? item.origin() : value.origin();
    }

    private void error(Origin at, String problem, String hint) {
        findings.add(new PolicyFinding(at.line(), at.column(), true, problem, hint));
    }
}
