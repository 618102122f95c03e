import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Makes of a folder with `lib/*.jar` one that needs no Java on the machine and starts quickly: a runtime with just the
/// modules in use, and two caches of loaded classes, filled by rehearsals: one of everyday commands, a small one of those
/// that run most often.
///
///     java Pack.java FOLDER REHEARSAL QUICK-REHEARSAL
class Pack {
    /// What no reference in a class file tells: zip files as file systems, and the agents that some companies load into
    /// every Java there is.
    private static final List<String> ALSO =
            List.of("java.net.http", "jdk.unsupported", "jdk.zipfs", "java.instrument", "java.management");

    /// The oldest class files that the cache takes in.
    private static final int CACHEABLE = 50;

    private final Path folder;

    Pack(Path folder) {
        this.folder = folder;
    }

    public static void main(String... given) throws Exception {
        var pack = new Pack(Path.of(given[0]).toAbsolutePath());
        List<Path> jars = pack.jars();
        for (Path jar : jars) {
            modernise(jar);
        }
        pack.link(jars);
        pack.rehearse(jars, Path.of(given[1]).toAbsolutePath(), Path.of(given[2]).toAbsolutePath());
    }

    private List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("lib"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /// Class files older than Java 6 stay out of the cache, so they are brought up to the present format.
    private static void modernise(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            if (zip.stream().noneMatch(entry -> old(zip, entry))) {
                return;
            }
            Path modern = jar.resolveSibling(jar.getFileName() + ".new");
            try (OutputStream file = Files.newOutputStream(modern);
                    var made = new ZipOutputStream(file)) {
                for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                    byte[] content = content(zip, entry);
                    made.putNextEntry(new ZipEntry(entry.getName()));
                    made.write(old(zip, entry) ? modern(zip, content) : content);
                    made.closeEntry();
                }
            }
            Files.move(modern, jar, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean old(ZipFile zip, ZipEntry entry) {
        if (!entry.getName().endsWith(".class")) {
            return false;
        }
        try (InputStream bytes = zip.getInputStream(entry)) {
            byte[] head = bytes.readNBytes(8);
            return (head[6] << 8 | head[7]) < CACHEABLE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream bytes = zip.getInputStream(entry)) {
            return bytes.readAllBytes();
        }
    }

    private static byte[] modern(ZipFile jar, byte[] content) {
        ClassFile format = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(
                                name -> in(jar, name.packageName().replace('.', '/') + "/" + name.displayName() + ".class"))
                        .orElse(ClassHierarchyResolver.defaultResolver())));
        // A method that is only copied would keep its old form, without the maps that the new one asks for.
        ClassTransform methods = ClassTransform.transformingMethodBodies((made, each) -> made.with(each));
        return format.transformClass(
                format.parse(content),
                methods.andThen(ClassTransform.endHandler(made -> made.withVersion(ClassFile.JAVA_17_VERSION, 0))));
    }

    private static InputStream in(ZipFile jar, String name) {
        ZipEntry entry = jar.getEntry(name);
        try {
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Linked anew only when other modules, or another Java, are wanted than the runtime there has.
    private void link(List<Path> jars) throws IOException {
        String modules = String.join(",", modules(jars));
        String wanted = Runtime.version() + " " + modules;
        Path stamp = folder.resolve("runtime/linked-from");
        if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
            return;
        }
        delete(folder.resolve("runtime"));
        run(
                "jlink",
                "--add-modules",
                modules,
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--generate-cds-archive",
                "--output",
                folder.resolve("runtime").toString());
        Files.writeString(stamp, wanted);
    }

    private TreeSet<String> modules(List<Path> jars) {
        var words = new ArrayList<>(List.of("--multi-release", "25", "--ignore-missing-deps", "--print-module-deps"));
        jars.forEach(jar -> words.add(jar.toString()));
        var modules = new TreeSet<>(ALSO);
        modules.addAll(List.of(run("jdeps", words.toArray(String[]::new)).strip().split(",")));
        return modules;
    }

    /// A cache knows no jar by its content. So all jars and caches get one and the same time, and bin/atmos takes a cache
    /// only while that holds.
    private void rehearse(List<Path> jars, Path everyday, Path quick) throws IOException, InterruptedException {
        Path cache = folder.resolve("lib/atmos.aot");
        Path small = folder.resolve("lib/quick-atmos.aot");
        if (asOldAs(jars, cache) && asOldAs(jars, small)) {
            return;
        }
        Files.deleteIfExists(cache);
        Files.deleteIfExists(small);
        var time = FileTime.fromMillis(System.currentTimeMillis() / 1000 * 1000);
        for (Path jar : jars) {
            Files.setLastModifiedTime(jar, time);
        }
        Path build = folder.resolve("lib/build");
        Files.writeString(build, hash(jars) + "\n");
        Files.setLastModifiedTime(build, time);
        rehearse(cache, everyday, Path.of("").toAbsolutePath());
        rehearse(small, quick, project());
        Files.setLastModifiedTime(cache, time);
        Files.setLastModifiedTime(small, time);
    }

    /// What tells one build from another: answers that were kept count for that build alone.
    private static String hash(List<Path> jars) throws IOException {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            for (Path jar : jars) {
                hash.update(Files.readAllBytes(jar));
            }
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void rehearse(Path cache, Path rehearsal, Path where) throws IOException, InterruptedException {
        Path log = folder.resolveSibling("rehearsal.log");
        ProcessBuilder builder = new ProcessBuilder(
                        folder.resolve("bin/atmos").toString(), "--rehearse", cache.toString(), rehearsal.toString())
                .directory(where.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(log.toFile());
        builder.environment()
                .put("XDG_CACHE_HOME", folder.resolveSibling("rehearsal").resolve("cache").toString());
        // Else `exec` would become the tool, and the rehearsal be over.
        builder.environment().put("ATMOS_EXEC_ANSWER", "/dev/null");
        if (builder.start().waitFor() != 0 || !Files.exists(cache)) {
            throw new IllegalStateException("The rehearsal failed:\n" + Files.readString(log));
        }
    }

    /// A project with installed tools.
    private Path project() throws IOException {
        Path project = folder.resolveSibling("rehearsal");
        for (String name : List.of("one", "two")) {
            Path tool = project.resolve(".tools/acme/%s/1.0.0/%s".formatted(name, name));
            Files.createDirectories(tool.getParent());
            Files.writeString(tool, "#!/bin/sh\n");
            if (!tool.toFile().setExecutable(true)) {
                throw new IOException("no program can be made of " + tool);
            }
        }
        Files.writeString(project.resolve(".tools/.names"), "one acme/one\n");
        Files.writeString(project.resolve(".tool-versions"), "one 1.0.0 # a comment\nacme/two 1.0.0\n");
        Files.writeString(project.resolve("atmos.yaml"), """
                base_path: "."
                stacks:
                  base_path: stacks
                  included_paths:
                    - orgs/**/*
                toolchain:
                  aliases:
                    eins: acme/one
                  cache:
                    dir: cache
                """);
        return project;
    }

    private static boolean asOldAs(List<Path> jars, Path cache) throws IOException {
        return Files.exists(cache) && Files.getLastModifiedTime(cache).compareTo(newest(jars)) == 0;
    }

    private static FileTime newest(List<Path> jars) throws IOException {
        FileTime newest = FileTime.fromMillis(0);
        for (Path jar : jars) {
            FileTime time = Files.getLastModifiedTime(jar);
            newest = time.compareTo(newest) > 0 ? time : newest;
        }
        return newest;
    }

    private static String run(String tool, String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = ToolProvider.findFirst(tool)
                .orElseThrow(() -> new IllegalStateException("This Java has no " + tool + "; a JDK has."))
                .run(new PrintWriter(out), new PrintWriter(err), words);
        if (code != 0) {
            throw new IllegalStateException(tool + " " + String.join(" ", words) + ":\n" + out + err);
        }
        return out.toString();
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> all = Files.walk(tree)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
