package io.atmoshub.web.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.stack.ComponentRef;
import io.atmoshub.hub.stack.ComponentValue;
import io.atmoshub.hub.stack.ComponentValue.Kind;
import io.atmoshub.hub.stack.MergedComponent;
import io.atmoshub.hub.stack.Place;
import io.atmoshub.hub.stack.ValueLayer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueListTest {
    private static final Place AT = new Place("stacks/<b>.yaml", 3, 7);

    private static String drawn(int more, ComponentValue... values) {
        var merged = new MergedComponent(
                new ComponentRef("prod", "terraform", "vpc"),
                "components/terraform/vpc",
                "stacks/prod.yaml",
                false,
                true,
                List.of(),
                List.of(values),
                more,
                List.of(),
                null);
        return new ValueList(ProjectId.random(), merged)
                .getChildren()
                .findFirst()
                .orElseThrow()
                .getElement()
                .getProperty("innerHTML", "");
    }

    private static ComponentValue value(Kind kind, String text, String... path) {
        var layer = new ValueLayer(ValueLayer.Kind.COMPONENT, "vpc", AT, text, true);
        return new ComponentValue(List.of(path), kind, text, AT, List.of(layer), null);
    }

    private static ComponentValue vars() {
        return new ComponentValue(List.of("vars"), Kind.MAPPING, "", null, List.of(), null);
    }

    @Test
    void nothingInAProjectsFilesBecomesMarkup() {
        String html = drawn(
                0,
                vars(),
                value(Kind.TEXT, "<img src=x onerror=alert(1)>", "vars", "\"><script>alert(2)</script>"),
                value(Kind.TEXT, "a\u202Eb", "vars", "turned"));

        assertThat(html)
                .doesNotContain("<img", "<script", "<b>", "\u202E")
                .contains("&lt;img src=x", "&lt;script&gt;", "a\uFFFDb", "stacks/&lt;b&gt;.yaml");
    }

    @Test
    void whatWouldReadAsSomethingElseIsQuoted() {
        String html = drawn(
                0,
                vars(),
                value(Kind.TEXT, "true", "vars", "a"),
                value(Kind.TEXT, "1.32", "vars", "b"),
                value(Kind.TEXT, "plain", "vars", "c"),
                value(Kind.BOOLEAN, "true", "vars", "d"));

        assertThat(html).contains(">\"true\"<", ">\"1.32\"<", ">plain<", ">true<");
    }

    @Test
    void emptySectionsAreLeftOutAndEmptyValuesShown() {
        String html = drawn(
                0,
                vars(),
                value(Kind.LIST, "", "vars", "zones"),
                new ComponentValue(List.of("env"), Kind.MAPPING, "", null, List.of(), null));

        assertThat(html).contains("[]").doesNotContain("env");
    }

    @Test
    void whatIsLeftOutIsSaid() {
        assertThat(drawn(1234, vars(), value(Kind.NUMBER, "1", "vars", "a"))).contains("1,234 more values");
    }
}
