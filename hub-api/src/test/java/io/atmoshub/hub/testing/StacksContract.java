package io.atmoshub.hub.testing;

import static io.atmoshub.hub.ErrorCode.CONFLICT;
import static io.atmoshub.hub.ErrorCode.NOT_ALLOWED;
import static io.atmoshub.hub.ErrorCode.NOT_FOUND;
import static io.atmoshub.hub.ErrorCode.NOT_SIGNED_IN;
import static org.assertj.core.api.Assertions.assertThat;

import io.atmoshub.hub.Page;
import io.atmoshub.hub.PageRequest;
import io.atmoshub.hub.project.NewProject;
import io.atmoshub.hub.project.ProjectId;
import io.atmoshub.hub.project.ProjectName;
import io.atmoshub.hub.stack.ComponentRef;
import io.atmoshub.hub.stack.ComponentSummary;
import io.atmoshub.hub.stack.ComponentValue;
import io.atmoshub.hub.stack.Import;
import io.atmoshub.hub.stack.MergedComponent;
import io.atmoshub.hub.stack.Place;
import io.atmoshub.hub.stack.StackFilter;
import io.atmoshub.hub.stack.StackList;
import io.atmoshub.hub.stack.StackSummary;
import io.atmoshub.hub.stack.ValueLayer;
import io.atmoshub.hub.token.NewToken;
import io.atmoshub.hub.token.Scope;
import io.atmoshub.hub.token.TokenName;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What {@link io.atmoshub.hub.stack.Stacks} promises, on the project of {@link LittleStacks}.
public abstract class StacksContract extends Contract {
    private static final ComponentRef VPC = new ComponentRef("prod", "terraform", "vpc");
    private static final ComponentRef CLUSTER = new ComponentRef("prod", "terraform", "cluster");

    @Test
    void everybodySeesTheStacksOfAProjectByName() {
        ProjectId project = littleProject();

        assertThat(all(1, page -> items(vic.stacks().list(project, StackFilter.ALL, page))))
                .isEqualTo(LittleStacks.stacks());
        assertThat(vic.stacks()
                        .list(project, StackFilter.ALL, PageRequest.first(9))
                        .trouble())
                .isNull();
    }

    @Test
    void aFilterMeansWordsInTheNamesOfStacksAndComponents() {
        ProjectId project = littleProject();

        assertThat(found(project, "CLUS")).containsExactly(new StackSummary("prod", LittleStacks.PROD, 1));
        assertThat(found(project, "dev")).extracting(StackSummary::name).containsExactly("dev");
        assertThat(found(project, " vpc  prod ")).containsExactly(new StackSummary("prod", LittleStacks.PROD, 1));
        assertThat(found(project, "cluster dev")).isEmpty();
    }

    @Test
    void aStackHasItsComponentsAndThoseThatAreOnlyInherited() {
        assertThat(ana.stacks().components(littleProject(), "prod"))
                .isEqualTo(List.of(
                        new ComponentSummary("terraform", "cluster", false, true),
                        new ComponentSummary("terraform", "vpc", false, true),
                        new ComponentSummary("terraform", "vpc/defaults", true, true)));
    }

    @Test
    void everyLayerThatSetsAValueIsToldAndTheOneThatCounts() {
        MergedComponent vpc = ana.stacks().component(littleProject(), VPC);

        ComponentValue zones = value(vpc, "vars", "zones");
        assertThat(zones.text()).isEqualTo("3");
        assertThat(zones.kind()).isEqualTo(ComponentValue.Kind.NUMBER);
        assertThat(zones.at()).isEqualTo(new Place(LittleStacks.PROD, 10, 16));
        assertThat(zones.layers())
                .containsExactly(
                        new ValueLayer(
                                ValueLayer.Kind.BASE,
                                "vpc/defaults",
                                new Place(LittleStacks.CATALOG, 6, 16),
                                "2",
                                false),
                        new ValueLayer(
                                ValueLayer.Kind.COMPONENT, "vpc", new Place(LittleStacks.PROD, 10, 16), "3", true));
        assertThat(value(vpc, "vars", "stage").layers())
                .containsExactly(new ValueLayer(
                        ValueLayer.Kind.STACK, "orgs/prod", new Place(LittleStacks.PROD, 4, 10), "prod", true));
        assertThat(value(vpc, "workspace").layers()).isEmpty();
        assertThat(value(vpc, "workspace").at()).isNull();
    }

    @Test
    void whatIsInAListStandsWhereItStandsAndIsSetWithTheList() {
        MergedComponent vpc = ana.stacks().component(littleProject(), VPC);

        ComponentValue medium = value(vpc, "vars", "sizes", "1");
        assertThat(medium.text()).isEqualTo("medium");
        assertThat(medium.at()).isEqualTo(new Place(LittleStacks.CATALOG, 7, 24));
        assertThat(medium.layers())
                .isEqualTo(value(vpc, "vars", "sizes").layers())
                .singleElement()
                .matches(ValueLayer::counts);
    }

    @Test
    void aComponentComesWithWhatItIsMadeFrom() {
        MergedComponent vpc = ana.stacks().component(littleProject(), VPC);

        assertThat(vpc.component()).isEqualTo(VPC);
        assertThat(vpc.folder()).isEqualTo("components/terraform/vpc");
        assertThat(vpc.manifest()).isEqualTo(LittleStacks.PROD);
        assertThat(vpc.inherits()).containsExactly("vpc/defaults");
        assertThat(vpc.imports()).containsExactly(new Import(new Place(LittleStacks.PROD, 2, 5), LittleStacks.CATALOG));
        assertThat(vpc.more()).isZero();
        assertThat(vpc.trouble()).isNull();
    }

    @Test
    void whatAServerDoesNotWorkOutStaysMarkedAndSecretsStayUnread() {
        MergedComponent cluster = ana.stacks().component(littleProject(), CLUSTER);

        assertThat(value(cluster, "vars", "home").text()).isEqualTo("!env HOME");
        assertThat(value(cluster, "vars", "home").unresolved()).isNotBlank();
        assertThat(cluster.toString()).doesNotContain("correct-horse");
    }

    @Test
    void dependenciesAreToldFromBothSides() {
        ProjectId project = littleProject();

        assertThat(ana.stacks().neighbours(project, CLUSTER).dependencies()).containsExactly(VPC);
        assertThat(ana.stacks().neighbours(project, CLUSTER).dependents()).isEmpty();
        assertThat(ana.stacks().neighbours(project, VPC).dependents()).containsExactly(CLUSTER);
    }

    @Test
    void aCheckOfSoundStacksFindsNothing() {
        assertThat(ana.stacks().problems(littleProject())).isEmpty();
    }

    @Test
    void aProjectWithoutStacksSaysWhatIsMissing() {
        ProjectId empty = register(fixture.newFolder());

        StackList none = ana.stacks().list(empty, StackFilter.ALL, PageRequest.first(9));
        assertThat(none.items()).isEmpty();
        assertThat(none.trouble())
                .isNotNull()
                .matches(trouble -> trouble.problem().contains("stacks"));
        assertRefused(CONFLICT, () -> ana.stacks().component(empty, VPC));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        ProjectId project = littleProject();

        assertRefused(NOT_FOUND, () -> ana.stacks().list(ProjectId.random(), StackFilter.ALL, PageRequest.first(1)));
        assertRefused(NOT_FOUND, () -> ana.stacks().problems(ProjectId.random()));
        assertRefused(NOT_FOUND, () -> ana.stacks().components(project, "staging"));
        assertRefused(NOT_FOUND, () -> ana.stacks().component(project, new ComponentRef("prod", "terraform", "vcp")));
        assertRefused(NOT_FOUND, () -> ana.stacks().component(project, new ComponentRef("prod", "helmfile", "vpc")));
        assertRefused(
                NOT_FOUND, () -> ana.stacks().neighbours(project, new ComponentRef("dev", "terraform", "cluster")));
    }

    @Test
    void aTokenNeedsTheScopeToRead() {
        ProjectId project = littleProject();
        String secret = ana.tokens()
                .issue(new NewToken(new TokenName(unique("token")), Set.of(Scope.CHAT), 1))
                .secret();

        assertRefused(
                NOT_ALLOWED,
                () -> fixture.withToken(secret).stacks().list(project, StackFilter.ALL, PageRequest.first(1)));
        assertRefused(
                NOT_SIGNED_IN, () -> fixture.withToken("ahp_nothing").stacks().problems(project));
    }

    private ProjectId littleProject() {
        String folder = fixture.newFolder();
        LittleStacks.write(Path.of(folder));
        return register(folder);
    }

    private ProjectId register(String folder) {
        return admin.projects()
                .register(new NewProject(new ProjectName(unique("little")), folder))
                .id();
    }

    private List<StackSummary> found(ProjectId project, String words) {
        return ana.stacks()
                .list(project, new StackFilter(words), PageRequest.first(9))
                .items();
    }

    private static Page<StackSummary> items(StackList list) {
        return new Page<>(list.items(), list.next());
    }

    private static ComponentValue value(MergedComponent component, String... path) {
        return component.values().stream()
                .filter(each -> each.path().equals(List.of(path)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no value " + List.of(path) + " in " + component));
    }
}
