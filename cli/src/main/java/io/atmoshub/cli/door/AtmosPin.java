package io.atmoshub.cli.door;

import io.atmoshub.cli.Words;
import io.atmoshub.project.Config;
import io.atmoshub.project.Project;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which Atmos somebody asks for, and where.
///
/// @param version as it is written: a version, `latest`, a constraint, or what only Atmos can fetch, such as `pr:1234`
/// @param byPerson in the call itself, over what the project says
public record AtmosPin(String version, String from, boolean byPerson) {
    /// The version of Atmos that our commands answer like; any patch of it counts as the same.
    static final String FAITHFUL_TO = "1.226";

    private static final List<String> VARIABLES = List.of("ATMOS_USE_VERSION", "ATMOS_VERSION_USE", "ATMOS_VERSION");

    /// Builds of a pull request or a commit.
    private static final Pattern BUILD =
            Pattern.compile("(pr|sha|ref|path):.*|\\d+|(?=.*[a-f])(?=.*\\d)[0-9a-f]{7,40}");

    /// The nearest to the call counts. `version.use` counts before the versions file: an Atmos that is started follows
    /// it anyway.
    static Optional<AtmosPin> of(
            Words words,
            Map<String, String> environment,
            @Nullable Project project,
            Supplier<Optional<AtmosPin>> versionsFile) {
        return words.option("--use-version")
                .map(version -> new AtmosPin(version, "--use-version", true))
                .or(() -> VARIABLES.stream()
                        .filter(name -> !environment.getOrDefault(name, "").isBlank())
                        .map(name -> new AtmosPin(environment.getOrDefault(name, ""), name, true))
                        .findFirst())
                .or(() -> Optional.ofNullable(project).flatMap(AtmosPin::configured))
                .or(versionsFile);
    }

    private static Optional<AtmosPin> configured(Project project) {
        return project.config()
                .text("version", "use")
                .filter(version -> !version.isBlank())
                .map(version -> new AtmosPin(
                        version, "version.use, " + Config.words(project.config().origin("version", "use")), false));
    }

    /// Whatever is on the PATH.
    boolean system() {
        return version.equals("system");
    }

    /// Whether only Atmos itself can fetch it.
    boolean build() {
        return BUILD.matcher(version).matches();
    }

    /// Whether an exact version is one that answers as we do.
    static boolean faithful(String version) {
        String number = version.startsWith("v") ? version.substring(1) : version;
        return number.equals(FAITHFUL_TO) || number.startsWith(FAITHFUL_TO + ".");
    }
}
