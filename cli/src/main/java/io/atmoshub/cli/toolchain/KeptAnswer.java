package io.atmoshub.cli.toolchain;

import io.atmoshub.project.Limits;
import io.atmoshub.project.Project;
import io.atmoshub.toolchain.WholeFile;
import io.atmoshub.toolchain.fetch.Disk;
import io.atmoshub.toolchain.pin.Pins;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An answer that `bin/atmos` may give again without Java, written as a condition for the shell: all files it came from
/// have the same content, and wherever another could turn up, there still is none. What can't be said so is not kept.
final class KeptAnswer {
    /// Where the launcher looks the next time; it names a place only where it would look.
    static final String PLACE = "atmos.answer";

    /// Tells apart the builds, and in the condition one file from the next.
    static final String BUILD = "atmos.build";

    /// What changes between being read and being kept would be kept wrongly. So nothing is kept of what is as young as
    /// this process, and a little older, for file systems tell times late.
    private static final long MARGIN_MILLIS = 1000;

    /// Configuration with these may come from files, variables or programs that nobody here knows of.
    private static final List<String> ELSEWHERE = List.of("!", "import", "profile", "PROFILE");

    private static final List<String> FOLDERS_OF_CONFIGURATION = List.of("atmos.d", ".atmos.d");

    private final Toolbox box;
    private final Path build;
    private final List<String> conditions = new ArrayList<>();
    private final StringBuilder names = new StringBuilder();
    private final StringBuilder contents = new StringBuilder();

    private KeptAnswer(Toolbox box, Path build) {
        this.box = box;
        this.build = build;
    }

    /// @param asked the command and its word
    /// @param program what the answer names, if that is a program
    /// @param absent what must not be there either
    static void keep(Toolbox box, String asked, String answer, Optional<Path> program, List<Path> absent) {
        String place = System.getProperty(PLACE, "");
        String build = System.getProperty(BUILD, "");
        if (!place.isEmpty() && !build.isEmpty()) {
            try {
                keep(box, asked, answer, program, absent, Path.of(place), Path.of(build));
            } catch (IOException | UnsupportedOperationException e) {
                // Then Java answers the next time, too.
                return;
            }
        }
    }

    static void keep(
            Toolbox box, String asked, String answer, Optional<Path> program, List<Path> absent, Path place, Path build)
            throws IOException {
        Optional<String> condition = new KeptAnswer(box, build).condition(asked, program, absent);
        if (condition.isPresent()) {
            String text = "%s; then\natmos_kept=%s\nfi\n".formatted(condition.get(), quoted(answer));
            Path folder = Files.createDirectories(place.toAbsolutePath().resolveSibling(""));
            Path draft = folder.resolve("." + System.nanoTime());
            try {
                Files.createFile(
                        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(draft, text.getBytes(StandardCharsets.ISO_8859_1));
                Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        }
    }

    /// All of them, of every build.
    static void forget(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (!home.isEmpty()) {
            try {
                WholeFile.delete(Path.of(cache.isEmpty() ? home + "/.cache" : cache, "atmos-hub", "answers"));
            } catch (IOException e) {
                throw Disk.trouble(e);
            }
        }
    }

    private Optional<String> condition(String asked, Optional<Path> program, List<Path> absent) throws IOException {
        Map<String, String> environment = box.terminal().environment();
        String versions = box.settings().versionsFile();
        Project project = box.here().project();
        if (!project.notes().isEmpty()
                || Path.of(versions).getNameCount() != 1
                || Path.of(versions).isAbsolute()) {
            return Optional.empty();
        }
        conditions.add("[ \"$atmos_asked\" = %s ]".formatted(quoted(asked)));
        for (String variable : List.of("HOME", "XDG_CONFIG_HOME")) {
            String value = bytes(environment.getOrDefault(variable, ""));
            conditions.add("[ \"${%s-}\" = %s ]".formatted(variable, quoted(value)));
        }
        Set<Path> read = new LinkedHashSet<>();
        for (Path file : project.files()) {
            read.add(file.toAbsolutePath().normalize());
        }
        Set<Path> configuration = Set.copyOf(read);
        read.addAll(box.pins().files());
        Set<Path> places = new LinkedHashSet<>(Project.places(box.folder(), Limits.laptop(environment)));
        places.addAll(Pins.places(box.folder(), versions, environment));
        // Which folder is the project's hangs on these, whatever the others are called.
        places.addAll(Pins.places(box.folder(), Pins.FILE, environment));
        Path known = box.names().file().toAbsolutePath();
        places.add(known);
        places.addAll(absent);
        if (!places.containsAll(read)) {
            return Optional.empty();
        }
        if (Files.exists(known)) {
            read.add(known);
        }
        for (Path place : places) {
            if (young(place.getParent()) || !told(place, read.contains(place), configuration.contains(place))) {
                return Optional.empty();
            }
        }
        if (program.isPresent()) {
            String file = quoted(path(program.get()));
            conditions.add("[ -f %s ]".formatted(file));
            conditions.add("[ -x %s ]".formatted(file));
        }
        if (!names.isEmpty()) {
            conditions.add("[ \"$(cat%s 2>/dev/null)\" = %s ]"
                    .formatted(names, quoted(contents.toString().stripTrailing())));
        }
        return Optional.of("if " + String.join(" &&\n    ", conditions));
    }

    /// Says of a place what is there. Nothing is kept when that can't be said.
    private boolean told(Path place, boolean read, boolean configuration) throws IOException {
        String file = quoted(path(place));
        if (!Files.exists(place)) {
            conditions.add("[ ! -e %s ]".formatted(file));
            return !read;
        }
        if (Files.isDirectory(place)) {
            conditions.add("[ -d %s ]".formatted(file));
            return !read
                    && !FOLDERS_OF_CONFIGURATION.contains(place.getFileName().toString());
        }
        conditions.add("[ -f %s ]".formatted(file));
        if (!read) {
            return Files.isRegularFile(place) && !young(place);
        }
        String text = Files.readString(place, StandardCharsets.ISO_8859_1);
        String mark = Files.readString(build, StandardCharsets.ISO_8859_1);
        names.append(' ').append(file).append(" \"$atmos_build\"");
        contents.append(text).append(mark);
        return !young(place)
                && text.indexOf(0) < 0
                && !text.contains(mark)
                && !(configuration && ELSEWHERE.stream().anyMatch(text::contains));
    }

    /// Whether something may have changed since it was read.
    private boolean young(@Nullable Path place) throws IOException {
        if (place == null || !Files.exists(place)) {
            return false;
        }
        FileTime changed = (FileTime) Files.getAttribute(place, "unix:ctime");
        return changed.toMillis() > box.here().since() - MARGIN_MILLIS;
    }

    private static String path(Path path) throws IOException {
        return bytes(path.toString());
    }

    /// As the system has it, a letter a byte.
    private static String bytes(String text) throws IOException {
        Charset system = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
        String bytes = new String(text.getBytes(system), StandardCharsets.ISO_8859_1);
        if (!new String(bytes.getBytes(StandardCharsets.ISO_8859_1), system).equals(text)) {
            throw new IOException("a name with letters that this machine can't write");
        }
        return bytes;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
