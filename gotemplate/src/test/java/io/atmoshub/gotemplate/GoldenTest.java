package io.atmoshub.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.gotemplate.sprig.Sprig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// Templates with the output of Go's own text/template and of Sprig, where they lie beside the project.
class GoldenTest {

    record Case(String from, String template, Object data, String expected) {}

    static List<Case> cases() throws Exception {
        var file = golden().resolve("gotemplate/cases.jsonl");
        if (!Files.exists(file)) {
            System.err.println(
                    "GOLDEN TEMPLATES SKIPPED: set ATMOS_GOLDEN to the folder that holds gotemplate/cases.jsonl");
            return List.of(new Case("absent", "", null, ""));
        }
        var json = JsonMapper.builder().build();
        var cases = new ArrayList<Case>();
        for (String line : Files.readAllLines(file)) {
            cases.add(json.readValue(line, Case.class));
        }
        return cases;
    }

    private static Path golden() {
        String named = System.getProperty("ATMOS_GOLDEN", System.getenv("ATMOS_GOLDEN"));
        if (named != null) {
            return Path.of(named);
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("shared/golden"))) {
                return folder.resolve("shared/golden");
            }
        }
        return Path.of("no-golden-data");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aTemplateWritesWhatGoWrote(Case golden) {
        Assumptions.assumeFalse(golden.from().equals("absent"), "golden templates are absent");

        assertThat(Template.parse("golden", golden.template(), Options.DEFAULT)
                        .execute(golden.data(), Sprig.FUNCTIONS, new TestReach(), Limits.DEFAULT))
                .as(golden.template())
                .isEqualTo(golden.expected());
    }
}
