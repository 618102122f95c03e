package io.atmoshub.server.launcher.settings;

import io.atmoshub.server.launcher.CannotStart;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The hosts from which projects may import over HTTP and HTTPS: names, and addresses where a name leads to a private
/// one.
public record ImportHosts(List<String> hosts) {
    public ImportHosts {
        hosts = List.copyOf(hosts);
    }

    static ImportHosts parse(String list) {
        return new ImportHosts(Arrays.stream(list.split(","))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .map(ImportHosts::checked)
                .toList());
    }

    /// Every host at once can't be listed: that would open the server's own network to whoever writes a manifest.
    private static String checked(String host) {
        if (!host.matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?|[0-9a-f]*:[0-9a-f:.]+")) {
            throw new CannotStart(
                    "ATMOS_HUB_IMPORT_HOSTS names \"%s\"; it takes hosts (raw.githubusercontent.com) and addresses (10.0.0.7), separated by commas, without https:// and port."
                            .formatted(host));
        }
        return host;
    }

    public String listed() {
        return String.join(",", hosts);
    }
}
