package io.atmoshub.assistant.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Whatever a project writes and whatever people allowed for always, the organisation's word stands.
class NeverMilderTest {
    private static final List<String> TOOLS =
            List.of("file_read", "file_write", "atmos_terraform_apply", "atmos_list_stacks", "web_search");
    private static final List<String> NAMES = List.of("prod", "dev", "acme-prod", "PROD", "prоd");

    @Test
    void aProjectNeverMakesARulingMilder() {
        for (int seed = 0; seed < 4_000; seed++) {
            Random random = new Random(seed);
            Policy above = Policy.builtIn().with(organisation(random));
            Policy below = above.with(Document.project("p", (YamlMapping) Yaml.parse("p", document(random, true))));
            Facts call = call(random);

            assertThat(below.ruling(call).verb())
                    .as("seed " + seed)
                    .isGreaterThanOrEqualTo(above.ruling(call).verb());
            assertThat(below.ruling(call).demand().covers(above.ruling(call).demand()))
                    .as("seed " + seed)
                    .isTrue();
        }
    }

    @Test
    void anAllowAlwaysNeverAnswersForTheOrganisation() {
        for (int seed = 0; seed < 4_000; seed++) {
            Random random = new Random(seed);
            Policy above = new Policy(List.of(), "", Situation.UNKNOWN, Document.Yolo.NEVER).with(organisation(random));
            Policy below = above.with(List.of(Rule.grant("g", any(random, TOOLS)), Rule.grant("h", "*")));
            Facts call = call(random);
            Ruling ruling = above.ruling(call);

            if (ruling.rule().layer() == Layer.ORGANISATION) {
                assertThat(below.ruling(call).verb()).as("seed " + seed).isEqualTo(ruling.verb());
            }
        }
    }

    private static Document organisation(Random random) {
        Document document = Document.organisation("r1", document(random, false));
        assertThat(document.findings()).isEmpty();
        return document;
    }

    private static String document(Random random, boolean bold) {
        StringBuilder text = new StringBuilder("require_confirmation: true\n");
        if (random.nextInt(3) == 0) {
            text.append("permission_mode: ")
                    .append(any(random, bold ? List.of("allow", "deny", "yolo") : List.of("allow", "deny", "prompt")))
                    .append('\n');
        }
        if (bold && random.nextBoolean()) {
            text.append("yolo_mode: true\nallowed_tools: ['*']\n");
        }
        text.append("policies:\n");
        for (int i = random.nextInt(5); i >= 0; i--) {
            String verb = any(random, List.of("allow", "prompt", "deny"));
            text.append("  - {tools: [\"%s\"], permission: %s"
                    .formatted(any(random, List.of("*", "file_*", any(random, TOOLS))), verb));
            for (Narrowing side : Narrowing.values()) {
                if (side != Narrowing.ROLES && random.nextInt(4) == 0) {
                    text.append(", %s: [\"%s\"]"
                            .formatted(side.key(), any(random, List.of("*prod*", any(random, NAMES)))));
                }
            }
            if (verb.equals("prompt") && random.nextInt(3) == 0) {
                text.append(", approvers: ").append(any(random, List.of("other", "2")));
            }
            text.append("}\n");
        }
        return text.toString();
    }

    private static Facts call(Random random) {
        Facts call = Facts.of(any(random, TOOLS), Set.of(), Map.of());
        for (Narrowing side : Arrays.asList(Narrowing.values())) {
            List<Fact> facts = new ArrayList<>(List.of(Fact.Absent.UNKNOWN, Fact.Absent.NONE));
            NAMES.forEach(name -> facts.add(Fact.of(name)));
            facts.add(Fact.all(Set.of("prod", "dev")));
            call = call.with(side, any(random, facts));
        }
        return call;
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
