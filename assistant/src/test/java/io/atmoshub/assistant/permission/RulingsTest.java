package io.atmoshub.assistant.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.session.Demand;
import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlMapping;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The table in `rulings.txt`.
class RulingsTest {
    @TestFactory
    Stream<DynamicTest> everyRulingOfTheTable() throws IOException {
        String table;
        try (InputStream in = RulingsTest.class.getResourceAsStream("rulings.txt")) {
            table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        return Arrays.stream(table.split("(?m)^== ")).skip(1).flatMap(RulingsTest::tests);
    }

    private static Stream<DynamicTest> tests(String text) {
        String name = text.lines().findFirst().orElseThrow();
        Map<String, List<String>> parts = new LinkedHashMap<>();
        List<String> grants = new ArrayList<>();
        List<String> part = new ArrayList<>();
        for (String line : text.lines().skip(1).toList()) {
            if (line.startsWith("grant: ")) {
                grants.add(line.substring(7));
            } else if (List.of("organisation:", "project:", "calls:").contains(line)) {
                part = new ArrayList<>();
                parts.put(line, part);
            } else {
                part.add(line);
            }
        }
        Policy policy = policy(parts, grants);
        return parts.get("calls:").stream()
                .filter(call -> call.contains("=>"))
                .map(call -> DynamicTest.dynamicTest(name + ": " + call, () -> check(policy, call)));
    }

    private static Policy policy(Map<String, List<String>> parts, List<String> grants) {
        Document organisation =
                Document.organisation("r1", String.join("\n", parts.getOrDefault("organisation:", List.of())));
        assertThat(organisation.findings()).isEmpty();
        Policy policy = Policy.builtIn()
                .with(organisation)
                .with(grants.stream().map(form -> Rule.grant("g", form)).toList());
        String project = String.join("\n", parts.getOrDefault("project:", List.of()));
        return project.isEmpty()
                ? policy
                : policy.with(Document.project("p", (YamlMapping) Yaml.parse("atmos.yaml", project)));
    }

    private static void check(Policy policy, String line) {
        String[] sides = line.split(" => ");
        Ruling ruling = policy.ruling(facts(sides[0]));
        String[] expected = sides[1].split(" ", 2);
        assertThat(ruling.verb().word()).as(ruling.rule().cited()).isEqualTo(expected[0]);
        String rest = expected.length > 1 ? expected[1] : "";
        if (rest.matches("\\d.*")) {
            boolean other = rest.contains("other");
            assertThat(ruling.demand()).isEqualTo(new Demand(Integer.parseInt(rest.substring(0, 1)), other));
            assertThat(ruling.alwaysCounts()).isFalse();
            rest = rest.replaceFirst("\\d( other)?", "").strip();
        }
        if (!rest.isEmpty()) {
            String line1 = rest.replaceFirst(" line.*", "");
            assertThat(ruling.rule().layer().word()).as(ruling.rule().cited()).isEqualTo(line1);
            if (rest.contains("line")) {
                assertThat(ruling.rule().cited()).contains("@").contains(rest.substring(rest.indexOf("line")) + ":");
            }
        }
    }

    private static Facts facts(String call) {
        String[] words = call.split(" ");
        Map<String, Object> arguments = new LinkedHashMap<>();
        Map<Narrowing, Fact> known = new LinkedHashMap<>();
        Arrays.stream(Narrowing.values()).forEach(side -> known.put(side, Fact.Absent.NONE));
        for (String word : Arrays.asList(words).subList(1, words.length)) {
            String name = word.substring(0, word.indexOf('='));
            String value = word.substring(word.indexOf('=') + 1);
            Optional<Narrowing> side = Arrays.stream(Narrowing.values())
                    .filter(each -> each.key().equals(name + "s") || (name + value).isEmpty())
                    .findFirst();
            Narrowing about = name.equals("person") ? Narrowing.PEOPLE : side.orElse(null);
            if (about != null) {
                known.put(about, value.equals("?") ? Fact.Absent.UNKNOWN : Fact.of(value));
            } else if (!value.equals("?")) {
                arguments.put(name, value);
            }
        }
        Facts facts = Facts.of(words[0], Set.of("query"), arguments);
        for (Map.Entry<Narrowing, Fact> each : known.entrySet()) {
            facts = facts.with(each.getKey(), each.getValue());
        }
        return facts;
    }
}
