package io.atmoshub.server.launcher.wildfly;

import io.atmoshub.server.launcher.settings.Settings;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the server finds in its environment: every setting as it was decided, wherever it was given, and the secrets
/// it needs. The secrets it does not need are taken away.
public record ServerEnvironment(
        Path distribution,
        Path data,
        Settings settings,
        String databasePassword,
        Optional<String> tlsPassword,
        Optional<String> firstAdminPassword) {

    public void fill(Map<String, String> environment) {
        Settings.NAMES.forEach(environment::remove);
        environment.put("HUB_JDBC_PASSWORD", databasePassword);
        tlsPassword.ifPresent(password -> environment.put("HUB_TLS_PASSWORD", password));
        firstAdminPassword.ifPresent(password -> environment.put("ATMOS_HUB_FIRST_ADMIN_PASSWORD", password));

        environment.put("ATMOS_HUB_DATA", data.toString());
        environment.put("ATMOS_HUB_HTTP_HOST", settings.http().host());
        environment.put("ATMOS_HUB_HTTP_PORT", Integer.toString(settings.http().port()));
        environment.put("ATMOS_HUB_LOG_FORMAT", settings.logFormat().name().toLowerCase(Locale.ROOT));
        environment.put("ATMOS_HUB_NODE_ADDRESS", settings.nodeAddress().orElseGet(settings::localUrl));
        settings.publicUrl().ifPresent(url -> environment.put("ATMOS_HUB_PUBLIC_URL", url));
        settings.tls()
                .ifPresent(tls ->
                        environment.put("ATMOS_HUB_TLS_CERT", tls.certificate().toString()));
        if (!settings.proxies().none()) {
            environment.put("ATMOS_HUB_TRUSTED_PROXIES", settings.proxies().listed());
        }
        environment.putAll(settings.models());
        environment.put(
                "ATMOS_HUB_PROJECT_ROOTS",
                projectRoots().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        environment.put("ATMOS_HUB_APPROVAL_DAYS", Integer.toString(settings.approvalDays()));
        environment.put("ATMOS_HUB_IMPORT_HOSTS", settings.importHosts().listed());
        environment.putAll(settings.mirror().values());
        example().ifPresent(folder -> environment.put("ATMOS_HUB_EXAMPLE", folder.toString()));
    }

    private List<Path> projectRoots() {
        if (!settings.projectRoots().isEmpty()) {
            return settings.projectRoots();
        }
        var roots = new ArrayList<>(List.of(data.resolve("projects")));
        if (examples().toFile().isDirectory()) {
            roots.add(examples());
        }
        return roots;
    }

    /// The one bundled project; none when the operator decided where projects are.
    private Optional<Path> example() {
        File[] folders = examples().toFile().listFiles(File::isDirectory);
        return folders == null
                        || folders.length == 0
                        || !settings.projectRoots().isEmpty()
                ? Optional.empty()
                : Optional.of(folders[0].toPath());
    }

    private Path examples() {
        return distribution.resolve("examples");
    }
}
