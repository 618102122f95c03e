package io.atmoshub.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What a team does on its first day, in real browsers and a real terminal.
@ExtendWith({Chromium.class, SharedHub.class})
class JourneyIT {
    private static final String ANAS_PASSWORD = "ana has a long password";

    private static TestHub hub;
    private static Visitor admin;
    private static String ana;
    private static Visitor anaByHttp;

    @TempDir
    Path home;

    @BeforeAll
    static void aColleague(TestHub running) {
        hub = running;
        admin = running.admin();
        ana = "ana." + UUID.randomUUID().toString().substring(0, 8);
        anaByHttp = admin.colleague(ana, "MEMBER", ANAS_PASSWORD);
    }

    @Test
    void twoBrowsersAndATerminalShareOneSessionLive(Browser browser) throws Exception {
        try (var his = admin(browser, ColorScheme.LIGHT);
                var hers = Page.signedIn(browser, hub.address(), ana, ANAS_PASSWORD, ColorScheme.DARK)) {
            his.choose("Who sees the session", "Shared");
            his.ask("What is in this project?");
            his.raw().waitForURL("**/chat/*");
            assertThat(his.text("Built-in assistant").first()).isVisible();
            String session = his.url();
            assertThat(session).contains("/chat/");
            hers.open(session);
            assertThat(hers.text("What is in this project?").first()).isVisible();
            assertThat(hers.text("Mossgate").first()).isVisible();

            var atmos = new Terminal(home);
            var login = atmos.run(anaByHttp.token("READ", "CHAT"), "hub", "login", hub.address(), "--token-stdin");
            assertThat(login.code()).as(login.all()).isZero();
            String id = session.substring(session.lastIndexOf('/') + 1);
            var asked = atmos.run("", "ai", "ask", "Which versions of terraform are pinned?", "--session", id);
            assertThat(asked.code()).as(asked.all()).isZero();
            assertThat(asked.out()).contains("1.11.4");
            assertThat(his.text("Which versions of terraform are pinned?").first())
                    .isVisible();
            assertThat(hers.text("1.11.4").first()).isVisible();
            his.picture("chat-light");
            hers.picture("chat-dark");

            hers.ask("Write a note \"Deploy at six, ask Ana first.\" to docs/deploy-note.md");
            assertThat(his.button("Allow once")).isVisible();
            assertThat(hers.text("You can see this, but not answer it.")).isInViewport();
            assertThat(hers.button("Allow once")).isHidden();
            his.picture("card-light");
            hers.picture("card-dark");
            his.button("Allow once").click();
            assertThat(hers.text("Allowed by Administrator").first()).isVisible();

            his.composer().press("ArrowUp");
            assertThat(his.composer()).hasValue("What is in this project?");
            his.composer().press("ArrowDown");
            assertThat(his.composer()).hasValue("");

            assertThat(his.complaints()).isEmpty();
            assertThat(hers.complaints()).isEmpty();
        }
    }

    @Test
    void theAuditPageShowsWhatHappenedAndIsForAdminsOnly(Browser browser) {
        for (ColorScheme scheme : Set.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var his = admin(browser, scheme)) {
                his.open("/audit");
                assertThat(his.text("Sign").or(his.text("sign")).first()).isVisible();
                his.picture("audit-" + (scheme == ColorScheme.LIGHT ? "light" : "dark"));
            }
        }
        try (var hers = Page.signedIn(browser, hub.address(), ana, ANAS_PASSWORD, ColorScheme.LIGHT)) {
            hers.open("/audit");
            assertThat(hers.text("This page is for admins.").first()).isVisible();
        }
    }

    @Test
    void aValueIsTracedToTheFilesThatSetIt(Browser browser) {
        for (ColorScheme scheme : Set.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var hers = Page.signedIn(browser, hub.address(), ana, ANAS_PASSWORD, scheme)) {
                String theme = scheme == ColorScheme.LIGHT ? "light" : "dark";
                hers.open("/");
                hers.all(".rail").getByText("Stacks").click();
                hers.raw().waitForURL("**/stacks/*");
                hers.text("platform-prod-euw1").click();
                hers.all(".stack-tree").getByText("vpc", exactly()).click();
                hers.raw().waitForURL("**component=vpc**");
                var zones = hers.all("details.leaf").filter(having("az_count"));
                assertThat(zones).containsText("2 layers");
                assertThat(zones).containsText("stacks/catalog/vpc.yaml");
                zones.locator("summary").click();
                assertThat(zones.locator("li.counts")).containsText("inherited from vpc/resilient");
                assertThat(zones.locator("li.lost")).containsText("inherited from vpc/defaults");
                hers.picture("stacks-" + theme);

                hers.all(".tabs").getByText("Imports").click();
                assertThat(hers.all(".graph .here")).containsText("euw1.yaml");
                hers.picture("stack-imports-" + theme);
                hers.all(".tabs").getByText("Dependencies").click();
                hers.all(".graph a.box").getByText("bastion").click();
                hers.raw().waitForURL("**component=bastion**");
                hers.picture("stack-dependencies-" + theme);
            }
        }
    }

    @Test
    void theStacksPageFitsAPhone(Browser browser) {
        try (var hers = Page.signedIn(browser, hub.address(), ana, ANAS_PASSWORD, ColorScheme.LIGHT)) {
            hers.raw().setViewportSize(390, 844);
            hers.open("/stacks");
            assertThat(hers.text("platform-prod-euw1")).isVisible();
            hers.picture("stacks-phone-tree");
            hers.text("platform-prod-euw1").click();
            hers.all(".stack-tree").getByText("vpc", exactly()).click();
            assertThat(hers.text("az_count").first()).isVisible();
            hers.picture("stacks-phone");
            assertThat(hers.all(".stack-tree")).isHidden();
            assertThat(((Number) hers.raw().evaluate("() => document.documentElement.scrollWidth")).intValue())
                    .isLessThanOrEqualTo(390);
            hers.all("a.back").click();
            assertThat(hers.all(".stack-tree")).isVisible();
        }
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    @Test
    void whoIsNotSignedInGetsToThePageAfterSigningIn(Browser browser) {
        try (var page = new Page(browser, hub.address(), ColorScheme.LIGHT)) {
            page.open("/tokens");
            assertThat(page.button("Sign in")).isVisible();
            page.picture("sign-in-light");
            page.signIn(ana, ANAS_PASSWORD);

            assertThat(page.url()).endsWith("/tokens");
        }
    }

    @Test
    void whoIsSwitchedOffIsShownOutAtOnce(Browser browser) {
        String ian = "ian." + UUID.randomUUID().toString().substring(0, 8);
        Visitor ianByHttp = admin.colleague(ian, "MEMBER", "ian has a long password");
        String id = Visitor.json(ianByHttp.get("/api/v1/account"))
                .get("person")
                .get("id")
                .asString();
        try (var page = Page.signedIn(browser, hub.address(), ian, "ian has a long password")) {
            page.ask("help");
            page.raw().waitForURL("**/chat/*");
            assertThat(page.text("Built-in assistant").first()).isVisible();

            admin.put("/api/v1/people/" + id + "/active", Map.of("active", false));

            assertThat(page.button("Sign in")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
        }
    }

    private static Page admin(Browser browser, ColorScheme scheme) {
        return Page.signedIn(browser, hub.address(), "admin", TestHub.ADMIN_PASSWORD, scheme);
    }
}
