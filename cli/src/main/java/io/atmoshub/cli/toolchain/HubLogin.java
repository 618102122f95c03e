package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.hub.Credentials;
import io.atmoshub.toolchain.fetch.Through;
import io.atmoshub.toolchain.fetch.WebRules;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/// Shows a hub that tools come from the token of whoever is logged in to that very hub: a project's `atmos.yaml` names
/// the hub, and must not be able to send the token elsewhere.
final class HubLogin {
    private HubLogin() {}

    static WebRules at(Through through, WebRules rules, Map<String, String> environment) {
        return Credentials.of(environment)
                .read()
                .filter(stored -> same(stored.hub(), through.hub()))
                .map(stored -> {
                    var tokens = new HashMap<>(rules.tokens());
                    tokens.put(through.hub().getRawAuthority(), "Bearer " + stored.token());
                    return rules.tokens(tokens);
                })
                .orElse(rules);
    }

    private static boolean same(URI one, URI other) {
        return String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme())
                && String.valueOf(one.getRawAuthority()).equalsIgnoreCase(other.getRawAuthority());
    }
}
