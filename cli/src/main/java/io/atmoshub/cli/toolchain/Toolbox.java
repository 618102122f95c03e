package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.GlobalOptions;
import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.toolchain.Progress;
import io.atmoshub.toolchain.ToolId;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.aqua.GitHubAddresses;
import io.atmoshub.toolchain.fetch.Cache;
import io.atmoshub.toolchain.fetch.Documents;
import io.atmoshub.toolchain.fetch.Downloads;
import io.atmoshub.toolchain.fetch.Through;
import io.atmoshub.toolchain.fetch.Web;
import io.atmoshub.toolchain.fetch.WebRules;
import io.atmoshub.toolchain.install.BinLinks;
import io.atmoshub.toolchain.install.InstallSettings;
import io.atmoshub.toolchain.install.Installer;
import io.atmoshub.toolchain.install.Names;
import io.atmoshub.toolchain.install.StandIn;
import io.atmoshub.toolchain.install.ToolsFolder;
import io.atmoshub.toolchain.install.ToolsFolder.Installed;
import io.atmoshub.toolchain.pin.Pin;
import io.atmoshub.toolchain.pin.Pins;
import io.atmoshub.toolchain.registry.RegistryCatalog;
import io.atmoshub.toolchain.registry.RegistrySettings;
import io.atmoshub.toolchain.unpack.Limits;
import io.atmoshub.toolchain.unpack.Unpacker;
import io.atmoshub.toolchain.verify.KeyRing;
import io.atmoshub.toolchain.verify.Verifier;
import io.atmoshub.toolchain.version.VersionWish;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the commands work with where a person stands. Registries and network are only opened by those that need them:
/// `which` and `exec` of an installed tool do not.
final class Toolbox implements AutoCloseable {
    private final Terminal terminal;
    private final boolean offline;
    private final Here here;
    private final InstallSettings settings;
    private final Pins pins;
    private final ToolsFolder tools;
    private final Names names;
    private final Map<String, StandIn> standIns;
    private final Progress progress;
    private @Nullable Web web;
    private @Nullable Cache cache;
    private @Nullable Documents documents;
    private @Nullable RegistryCatalog catalog;

    Toolbox(Terminal terminal, GlobalOptions options, boolean offline) {
        this.terminal = terminal;
        this.offline = offline;
        Map<String, String> environment = terminal.environment();
        this.here = Here.of(terminal, options);
        this.settings = InstallSettings.of(here.section(), here.base(), environment);
        if (!settings.enabled()) {
            throw new ToolchainException(
                    "This project does not manage tools.", "Set toolchain.enabled to true in atmos.yaml.");
        }
        this.pins = settings.useVersionsFiles()
                ? Pins.from(here.folder(), settings.versionsFile(), environment)
                : Pins.none(here.folder());
        this.standIns = StandIn.of(here.section());
        this.tools = new ToolsFolder(settings.toolsFolder());
        this.names = new Names(tools);
        this.progress = new ScreenProgress(terminal.err());
    }

    Terminal terminal() {
        return terminal;
    }

    InstallSettings settings() {
        return settings;
    }

    Here here() {
        return here;
    }

    @Nullable
    YamlMapping section() {
        return here.section();
    }

    Path base() {
        return here.base();
    }

    Path folder() {
        return here.folder();
    }

    /// What is wished of a tool: the version that was named, else the pinned one, else the latest.
    String wish(Wanted wanted, ToolId tool) {
        return wanted.version()
                .or(() -> pin(wanted.name(), tool).map(Pin::version))
                .orElse("latest");
    }

    Pins pins() {
        return pins;
    }

    ToolsFolder tools() {
        return tools;
    }

    Names names() {
        return names;
    }

    Map<String, StandIn> standIns() {
        return standIns;
    }

    Progress progress() {
        return progress;
    }

    BinLinks bin() {
        return new BinLinks(tools);
    }

    boolean offline() {
        return offline;
    }

    /// Without asking a registry, where that can be helped.
    ToolId named(String name) {
        return known(name).orElseGet(() -> catalog().named(name));
    }

    Optional<ToolId> known(String name) {
        return alias(name).or(() -> ToolId.fits(name) ? Optional.of(new ToolId(name)) : names.find(name));
    }

    private Optional<ToolId> alias(String name) {
        YamlMapping section = here.section();
        YamlMapping aliases = section == null ? null : section.mapping("aliases");
        String meant = aliases == null ? null : aliases.text(name);
        return meant != null && ToolId.fits(meant) ? Optional.of(new ToolId(meant)) : Optional.empty();
    }

    /// The line that pins a tool, under whichever of its names.
    Optional<Pin> pin(String name, ToolId tool) {
        return pins.find(name::equals)
                .or(() -> pins.find(tool.value()::equals))
                .or(() -> pins.find(other -> known(other).filter(tool::equals).isPresent()));
    }

    /// The installed version that is meant by a wish: that one, or the one `latest` points to.
    Optional<Installed> installed(ToolId tool, String wish) {
        if (wish.equals("latest")) {
            return tools.latest(tool).or(() -> tools.newest(tool, any -> true));
        }
        if (VersionWish.parse(wish) instanceof VersionWish.Within bounds) {
            return tools.newest(tool, bounds::accepts);
        }
        return tools.find(tool, wish)
                .or(() -> wish.matches("v\\d.*") ? tools.find(tool, wish.substring(1)) : Optional.empty());
    }

    RegistryCatalog catalog() {
        if (catalog == null) {
            catalog = RegistryCatalog.open(
                    here.section(),
                    here.base(),
                    cache().folder(),
                    settings.ttl(),
                    GitHubAddresses.from(terminal.environment()),
                    web(),
                    documents(),
                    progress);
        }
        return catalog;
    }

    Web web() {
        if (web == null) {
            Optional<Through> hub =
                    RegistrySettings.of(here.section(), here.base()).through();
            WebRules rules = WebRules.from(terminal.environment()).offline(offline);
            web = new Web(
                    hub.map(one -> HubLogin.at(one, rules, terminal.environment()))
                            .orElse(rules),
                    hub.orElse(null));
        }
        return web;
    }

    Cache cache() {
        if (cache == null) {
            cache = Cache.in(
                    settings.cacheFolder(), settings.cacheBytes(), tools.root().resolve(".cache"), progress);
        }
        return cache;
    }

    Documents documents() {
        if (documents == null) {
            documents = new Documents(web(), cache(), settings.ttl(), progress);
        }
        return documents;
    }

    /// Whether all that was told so far stands in this program or in `atmos.yaml`.
    boolean askedNobody() {
        return (documents == null || !documents.asked())
                && (catalog == null || catalog.registries().ownOnly());
    }

    Downloads downloads() {
        return new Downloads(web(), cache(), progress);
    }

    Verifier verifier(Downloads downloads) {
        return new Verifier(settings.policy(), downloads, new KeyRing(keys()), new VerifiersHere(this)::find, progress);
    }

    private Path keys() {
        String home = terminal.environment().getOrDefault("HOME", "");
        String config = terminal.environment().getOrDefault("XDG_CONFIG_HOME", home + "/.config");
        return Path.of(config, "atmos-hub", "keys");
    }

    Installer installer() {
        Downloads downloads = downloads();
        return new Installer(tools, downloads, verifier(downloads), new Unpacker(Limits.DEFAULT), progress);
    }

    @Override
    public void close() {
        if (web != null) {
            web.close();
        }
    }
}
