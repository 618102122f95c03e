package io.atmoshub.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// One person's browser at the hub, in the words of its pages.
final class Page implements AutoCloseable {
    private final BrowserContext context;
    private final com.microsoft.playwright.Page page;
    private final String address;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Page(Browser browser, String address, ColorScheme scheme) {
        this(
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1360, 860)
                        .setColorScheme(scheme)),
                address);
    }

    private Page(BrowserContext context, String address) {
        this.address = address;
        this.context = context;
        context.setDefaultTimeout(30_000);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static Page signedIn(Browser browser, String address, String login, String password) {
        return signedIn(browser, address, login, password, ColorScheme.LIGHT);
    }

    static Page signedIn(Browser browser, String address, String login, String password, ColorScheme scheme) {
        var page = new Page(browser, address, scheme);
        page.open("/");
        page.signIn(login, password);
        return page;
    }

    /// One more tab of the same browser.
    Page tab() {
        return new Page(context, address);
    }

    void signIn(String login, String password) {
        page.getByLabel("Name").fill(login);
        page.getByLabel("Password").fill(password);
        button("Sign in").click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    void open(String path) {
        page.navigate(path.startsWith("http") ? path : address + path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    void ask(String question) {
        composer().fill(question);
        composer().press("Enter");
    }

    Locator composer() {
        return page.getByLabel("Message").last();
    }

    void choose(String picker, String option) {
        page.getByLabel(picker).first().click();
        page.getByRole(AriaRole.OPTION, new com.microsoft.playwright.Page.GetByRoleOptions().setName(option))
                .click();
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Page.GetByRoleOptions().setName(name));
    }

    Locator text(String text) {
        return page.getByText(text);
    }

    Locator all(String css) {
        return page.locator(css);
    }

    String url() {
        return page.url();
    }

    com.microsoft.playwright.Page raw() {
        return page;
    }

    /// All that was said and done, without the times, which go on.
    String transcript() {
        return page.evaluate("() => { const shown = document.querySelector('.transcript').cloneNode(true);"
                        + " shown.querySelectorAll('time').forEach(time => time.remove()); return shown.textContent; }")
                .toString();
    }

    /// What is gone when the page is loaded anew.
    void leaveMark() {
        page.evaluate("() => { window.mark = true; }");
    }

    /// Until the page has come back by itself, at the address where it was.
    void awaitNewPage() {
        String before = url();
        page.waitForFunction(
                "() => !window.mark && document.querySelector('.transcript')",
                null,
                new com.microsoft.playwright.Page.WaitForFunctionOptions().setTimeout(60_000));
        org.assertj.core.api.Assertions.assertThat(url()).isEqualTo(before);
    }

    /// What the browser complained about: errors of scripts and of the content policy.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    void picture(String name) {
        page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                .setAnimations(com.microsoft.playwright.options.ScreenshotAnimations.DISABLED)
                .setPath(Path.of(System.getProperty("screens"), name + ".png")));
    }

    @Override
    public void close() {
        context.close();
    }
}
