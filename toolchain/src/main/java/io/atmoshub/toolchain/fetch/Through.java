package io.atmoshub.toolchain.fetch;

import io.atmoshub.toolchain.ToolchainException;
import java.net.URI;

/// A hub that everything is fetched through: what upstream has at an https address, its mirror has below
/// `/mirror/https/`. Only the hub is asked then, and only the hub's token goes there.
public record Through(URI hub) {
    public Through {
        String text = hub.toString().replaceFirst("/+$", "");
        if (hub.getRawAuthority() == null || hub.getRawUserInfo() != null || hub.getRawQuery() != null) {
            throw new ToolchainException(
                    "\"%s\" is no address of a hub.".formatted(WebRules.shown(hub)),
                    "It is one like https://hub.example.com, as in: atmos hub login");
        }
        hub = URI.create(text);
    }

    /// Where an address is asked for.
    URI of(URI address) {
        boolean upstreams = "https".equalsIgnoreCase(address.getScheme())
                && address.getRawUserInfo() == null
                && (address.getPort() < 0 || address.getPort() == 443)
                && !hub.getRawAuthority().equalsIgnoreCase(address.getRawAuthority());
        if (!upstreams) {
            return address;
        }
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return URI.create("%s/mirror/https/%s%s%s".formatted(hub, address.getHost(), address.getRawPath(), query));
    }

    /// The definitions of tools that this hub offers.
    public URI registry() {
        return URI.create(hub + "/mirror/registry.yaml");
    }

    /// All releases or tags of a repository on GitHub, in one answer.
    public URI versions(String repository, String what) {
        return URI.create("%s/mirror/versions/%s?of=%s".formatted(hub, repository, what));
    }
}
