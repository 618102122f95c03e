package io.atmoshub.web.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.stack.Finding;
import io.atmoshub.hub.stack.Place;
import io.atmoshub.web.Browserless;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StacksViewTest extends Browserless {
    private static final String VPC = "stack=prod&type=terraform&component=vpc";
    private ProjectId project;

    @BeforeEach
    void aProjectWithStacks() {
        hub.withStacks("lockers");
        project = hub.project("lockers").id();
        actAs("ana");
    }

    private void open(String query) {
        if (query.isEmpty()) {
            UI.getCurrent().navigate("stacks/" + project);
            roundTrip();
        } else {
            follow("stacks/" + project + "?" + query);
        }
    }

    private void follow(String address) {
        int query = address.indexOf('?');
        UI.getCurrent().navigate(address.substring(0, query), QueryParameters.fromString(address.substring(query + 1)));
        roundTrip();
    }

    private static String here() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }

    private StackTree tree() {
        return find(StackTree.class).single();
    }

    private List<String> roots() {
        return tree().roots().stream().map(StackTree.Node::key).toList();
    }

    /// The last part of every line that one sees.
    private List<String> lines() {
        return tree().roots().stream()
                .flatMap(this::opened)
                .map(node -> node.key().substring(node.key().lastIndexOf('\n') + 1))
                .toList();
    }

    private Stream<StackTree.Node> opened(StackTree.Node node) {
        return tree().isExpanded(node)
                ? Stream.concat(Stream.of(node), tree().below(node).flatMap(this::opened))
                : Stream.of(node);
    }

    private TextField filter() {
        return find(TextField.class)
                .withPropertyValue(TextField::getPlaceholder, "Filter stacks and components")
                .single();
    }

    private void click(String link) {
        RouterLink found = find(RouterLink.class).all().stream()
                .filter(each -> words(each).contains(link))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link " + link + " on: " + text()));
        follow(found.getHref());
    }

    /// What is drawn in one go, as the browser gets it.
    private String drawn() {
        return everything(UI.getCurrent())
                .map(each -> each.getElement().getProperty("innerHTML", ""))
                .filter(html -> html.contains("class=\"yaml\"") || html.contains("class=\"box "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is drawn on: " + text()));
    }

    @Test
    void theTreeShowsStacksAndInThemTypesAndComponents() {
        open("");

        assertThat(roots()).containsExactly("dev", "prod");
        assertThat(lines()).containsExactly("dev", "prod");
        tree().pick(tree().roots().getLast());
        assertThat(lines()).containsExactly("dev", "prod", "terraform", "cluster", "vpc");
        tree().pick(opened(tree().roots().getLast()).toList().get(2));
        assertThat(here())
                .startsWith("stacks/" + project)
                .contains("stack=prod", "type=terraform", "component=cluster");
        tree().pick(tree().roots().getLast());
        assertThat(lines()).containsExactly("dev", "prod");
    }

    @Test
    void aFilterLeavesWhatItFindsAndOpensIt() {
        open("");

        test(filter()).setValue("clus");
        assertThat(roots()).containsExactly("prod");
        assertThat(lines()).containsExactly("prod", "terraform", "cluster");

        test(filter()).setValue("nothing");
        assertThat(text()).contains("No stack and no component has this in its name.");
    }

    @Test
    void aComponentHasAnAddressAndShowsItsValuesWithWhoSetThem() {
        open(VPC);

        assertThat(text()).contains("vpc", "prod", "components/terraform/vpc", "inherits vpc/defaults");
        assertThat(text())
                .contains("zones: 3 2 layers stacks/orgs/prod.yaml:10", "the component stacks/orgs/prod.yaml:10:16 3")
                .contains("inherited from vpc/defaults stacks/catalog/vpc.yaml:6:16 2", "- small");
        assertThat(text()).contains("Computed by Atmos").doesNotContain("env");
        assertThat(drawn())
                .contains("<li class=\"counts\">", "<li class=\"lost\">")
                .contains("→ stacks/orgs/prod.yaml:10:16  3");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("vpc · prod · Atmos Hub");
        assertThat(lines()).containsExactly("dev", "prod", "terraform", "cluster", "vpc");
    }

    @Test
    void whatIsNotWorkedOutSaysWhy() {
        open("stack=prod&type=terraform&component=cluster");

        assertThat(text()).contains("!env HOME", "not worked out", "It stays as it is written: ");
    }

    @Test
    void importsHaveAnAddressOfTheirOwn() {
        open(VPC);

        click("Imports");

        assertThat(here()).contains("show=imports");
        assertThat(text()).contains("Made of one import; 2 files set values");
    }

    @Test
    void askingOpensAChatWithTheQuestionWritten() {
        open(VPC);
        String ask = find(Anchor.class).all().stream()
                .filter(each -> words(each).contains("Ask about this"))
                .findFirst()
                .orElseThrow()
                .getHref();
        assertThat(ask).startsWith("chat?project=" + project);
        assertThat(URLDecoder.decode(drawn(), StandardCharsets.UTF_8))
                .contains("draft=Why is vars.zones of vpc what it is in prod?");

        follow(ask);

        assertThat(find(TextArea.class).single().getValue()).isEqualTo("Describe the component vpc in prod");
        assertThat(text()).contains("What would you like to know?", "lockers");
        assertThat(hub.as("ana")
                        .sessions()
                        .list(
                                new io.atmoshub.hub.session.SessionFilter(null, null),
                                io.atmoshub.hub.PageRequest.first(9))
                        .items())
                .isEmpty();
    }

    @Test
    void halfEditedFilesLeaveTheLastGoodAnswerAndTheErrorBesideIt() {
        hub.breakStacks(new Finding(new Place("stacks/orgs/dev.yaml", 3, 1), "A tab indents here.", "Use blanks."));

        open(VPC);

        assertThat(roots()).containsExactly("dev", "prod");
        assertThat(text())
                .contains("What is shown is how they last were.", "stacks/orgs/dev.yaml:3:1", "A tab indents here.")
                .contains("Use blanks.", "zones: 3");
        click("Check all stacks");
        assertThat(text()).contains("One problem");
    }

    @Test
    void aCheckOfSoundStacksSaysSo() {
        open("show=problems");

        assertThat(text()).contains("All stacks can be read, imported, inherited and merged.");
    }

    @Test
    void aStackHasAPageOfItsOwn() {
        open("stack=prod");

        assertThat(text()).contains("prod", "cluster", "vpc");
        click("cluster");
        assertThat(here()).contains("component=cluster");
    }

    @Test
    void whatIsNotThereSaysSoBesideTheTree() {
        open("stack=prod&type=terraform&component=vcp");

        assertThat(text()).contains("There is no component");
        assertThat(roots()).containsExactly("dev", "prod");
    }

    @Test
    void aProjectWithoutStacksSaysWhatIsMissing() {
        UI.getCurrent().navigate("stacks/" + hub.project("acme").id());
        roundTrip();

        assertThat(text()).contains("There are no stacks to show.", "There is no folder stacks");
    }

    @Test
    void withoutAProjectInTheAddressTheLastOneIsShown() {
        open("");
        UI.getCurrent().navigate("tokens");

        UI.getCurrent().navigate("stacks");

        assertThat(here()).isEqualTo("stacks/" + project);
    }

    @Test
    void withoutAnyProjectAdminsMayAddOne() {
        for (String name : List.of("acme", "lockers")) {
            hub.as("admin").projects().remove(hub.project(name).id());
        }

        UI.getCurrent().navigate("stacks");
        assertThat(text()).contains("An admin adds the first one");

        actAs("admin");
        UI.getCurrent().navigate("stacks");
        press("Add a project");
        assertThat(text()).contains("A project is a folder of the server");
    }

    @Test
    void thePaletteFindsComponents() {
        open("");
        press("Search");

        TextField field = find(TextField.class)
                .withPropertyValue(TextField::getPlaceholder, "A session, a component, a page, something to do…")
                .single();
        test(field).setValue("cluster");
        press("cluster");

        assertThat(here()).contains("stack=prod", "component=cluster");
    }
}
