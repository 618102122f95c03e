package io.atmoshub.web.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.stack.ComponentRef;
import io.atmoshub.hub.stack.Import;
import io.atmoshub.hub.stack.MergedComponent;
import io.atmoshub.hub.stack.Neighbours;
import io.atmoshub.hub.stack.Place;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GraphTest {
    private static String html(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren())
                .flatMap(each -> Stream.concat(Stream.of(each), each.getChildren()))
                .map(each -> each.getElement().getProperty("innerHTML", ""))
                .filter(text -> text.startsWith("<svg"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFileStandsRightOfAllThatImportIt() {
        var merged = new MergedComponent(
                new ComponentRef("prod", "terraform", "vpc"),
                "components/terraform/vpc",
                "a.yaml",
                false,
                true,
                List.of(),
                List.of(),
                0,
                List.of(
                        new Import(new Place("a.yaml", 2, 5), "c.yaml"),
                        new Import(new Place("a.yaml", 3, 5), "b.yaml"),
                        new Import(new Place("b.yaml", 2, 5), "c.yaml")),
                null);

        String html = html(ImportGraph.of(merged));

        assertThat(html.split("class=\"edge\"", -1)).hasSize(4);
        assertThat(html).contains("x=\"546\"").contains("title=\"c.yaml, imported at a.yaml:2:5\"");
    }

    @Test
    void manyDependentsAreCutAndTheRestCounted() {
        var many = IntStream.range(0, 100)
                .mapToObj(n -> new ComponentRef("s" + n, "terraform", "c"))
                .toList();

        String html = html(NeighbourGraph.of(
                ProjectId.random(), new ComponentRef("s", "terraform", "vpc"), new Neighbours(List.of(), many)));

        assertThat(html.split("<a ", -1)).hasSize(41);
        assertThat(html).contains("60 more");
    }
}
