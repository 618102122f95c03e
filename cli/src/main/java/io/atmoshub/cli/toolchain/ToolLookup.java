package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Screen;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.toolchain.Progress;
import io.atmoshub.toolchain.aqua.GitHubAddresses;
import io.atmoshub.toolchain.fetch.Cache;
import io.atmoshub.toolchain.fetch.Documents;
import io.atmoshub.toolchain.fetch.Web;
import io.atmoshub.toolchain.fetch.WebRules;
import io.atmoshub.toolchain.install.InstallSettings;
import io.atmoshub.toolchain.registry.RegistryCatalog;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What commands ask about tools: the registries as this project configures them, the network as this machine allows.
final class ToolLookup implements AutoCloseable {
    private final Web web;
    private final RegistryCatalog catalog;

    private ToolLookup(Web web, RegistryCatalog catalog) {
        this.web = web;
        this.catalog = catalog;
    }

    static ToolLookup open(Terminal terminal, GlobalOptions options, boolean offline) {
        Project project = options.project(terminal);
        YamlMapping section =
                project.config().node("toolchain").orElse(null) instanceof YamlMapping mapping ? mapping : null;
        Map<String, String> environment = terminal.environment();
        InstallSettings kept = InstallSettings.of(section, project.configFolder(), environment);
        Progress progress = new Progress() {
            @Override
            public Meter of(String what) {
                return Meter.NONE;
            }

            @Override
            public void say(String sentence) {
                terminal.err().line(Screen.Style.FAINT, sentence);
            }
        };
        GitHubAddresses gitHub = gitHub(environment);
        var web = new Web(rules(environment, gitHub).offline(offline));
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "atmos-toolchain");
        Cache cache = Cache.in(kept.cacheFolder(), kept.cacheBytes(), temporary, progress);
        return new ToolLookup(
                web,
                RegistryCatalog.open(
                        section,
                        project.configFolder(),
                        cache.folder(),
                        kept.ttl(),
                        gitHub,
                        web,
                        new Documents(web, cache, kept.ttl(), progress),
                        progress));
    }

    /// For what has its own network and cache.
    static RegistryCatalog catalog(
            Map<String, String> environment,
            @Nullable YamlMapping section,
            Path folder,
            Path cache,
            Duration ttl,
            Web web,
            Documents documents,
            Progress progress) {
        return RegistryCatalog.open(section, folder, cache, ttl, gitHub(environment), web, documents, progress);
    }

    static WebRules rules(Map<String, String> environment) {
        return rules(environment, gitHub(environment));
    }

    RegistryCatalog catalog() {
        return catalog;
    }

    @Override
    public void close() {
        web.close();
    }

    /// Elsewhere for GitHub Enterprise, mirrors and tests.
    private static GitHubAddresses gitHub(Map<String, String> environment) {
        return new GitHubAddresses(
                environment.getOrDefault("ATMOS_GITHUB_URL", GitHubAddresses.PUBLIC.web()),
                environment.getOrDefault("ATMOS_GITHUB_RAW_URL", GitHubAddresses.PUBLIC.raw()),
                environment.getOrDefault("ATMOS_GITHUB_API_URL", GitHubAddresses.PUBLIC.api()));
    }

    /// Whoever names another API means the token for that one.
    private static WebRules rules(Map<String, String> environment, GitHubAddresses gitHub) {
        WebRules rules = WebRules.from(environment);
        String token = rules.tokens().get("api.github.com");
        if (token == null || gitHub.api().equals(GitHubAddresses.PUBLIC.api())) {
            return rules;
        }
        var tokens = new HashMap<>(rules.tokens());
        tokens.put(URI.create(gitHub.api()).getRawAuthority(), token);
        return rules.tokens(tokens);
    }
}
