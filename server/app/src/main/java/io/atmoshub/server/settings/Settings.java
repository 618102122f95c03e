package io.atmoshub.server.settings;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The settings of this server, as its environment has them. An empty value is none.
public final class Settings {
    private final Map<String, String> environment;

    public Settings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /// A list whose items are separated by commas.
    public List<String> list(String name) {
        return get(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /// The address under which people reach the hub, where it is not the one that the server sees.
    public Optional<URI> publicUrl() {
        return get("ATMOS_HUB_PUBLIC_URL").map(URI::create);
    }

    /// From where projects may import; none unless an admin listed it.
    public List<String> importHosts() {
        return list("ATMOS_HUB_IMPORT_HOSTS");
    }

    public List<String> trustedProxies() {
        return list("ATMOS_HUB_TRUSTED_PROXIES");
    }
}
