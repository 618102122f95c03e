import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/// Puts the pinned Maven where mvnw looks for it, and prints the path of the `mvn` to run: that one, or, where it is out of
/// reach, an installed one that is new enough. Run as source, by mvnw and mvnw.cmd, only when that Maven is not there yet:
///
///     java FetchMaven.java maven.properties folder-for-this-maven
///
/// Java rather than shell, so that every system runs the same steps and needs no curl, no unzip and no checksum tool.
void main(String[] args) throws IOException, InterruptedException {
    var pin = new Properties();
    try (var file = Files.newBufferedReader(Path.of(args[0]))) {
        pin.load(file);
    }
    try {
        IO.println(mavenToRun(pin, Path.of(args[1]).toAbsolutePath()));
    } catch (Refusal refusal) {
        say(refusal.getMessage());
        System.exit(1);
    }
}

Path mavenToRun(Properties pin, Path folder) throws IOException, InterruptedException, Refusal {
    var version = pin.getProperty("version");
    var failures = new ArrayList<String>();
    say("fetching Maven " + version);

    Files.createDirectories(folder.getParent());
    var work = Files.createTempDirectory(folder.getParent(), ".fetch-");
    try {
        for (var site : pin.getProperty("downloads").split("\\s+")) {
            var url = URI.create("%s%s/binaries/apache-maven-%s-bin.zip".formatted(site, version, version));
            try {
                return install(download(url, work), url.toString(), pin, folder);
            } catch (IOException unreachable) {
                failures.add(url.getHost() + ": " + reason(unreachable));
            }
        }

        var installed = installedMaven();
        if (installed.isPresent()) {
            try {
                var zip = copyAsArtifact(installed.get(), pin, work);
                return install(zip, "the repositories of " + installed.get(), pin, folder);
            } catch (IOException unreachable) {
                failures.add(installed.get() + ": " + reason(unreachable));
            }
            var itsVersion = versionOf(installed.get());
            if (isAtLeast(itsVersion, pin.getProperty("oldestInstalled"))) {
                say("Maven %s is out of reach; building with the installed %s, %s."
                        .formatted(version, itsVersion, installed.get()));
                return installed.get();
            }
            failures.add("%s is Maven %s, older than %s"
                    .formatted(installed.get(), itsVersion, pin.getProperty("oldestInstalled")));
        } else {
            failures.add("there is no mvn on the PATH to fetch it with");
        }
    } finally {
        delete(work);
    }
    throw new Refusal("""
            Maven %s could not be fetched, and there is no installed one to build with.
              %s
            Connect to the internet (a proxy: set HTTPS_PROXY), or install Maven %s or newer, then try again."""
            .formatted(version, String.join("\n  ", failures), pin.getProperty("oldestInstalled")));
}

// ---- where it comes from ----

Path download(URI url, Path work) throws IOException, InterruptedException {
    // Short, since without internet everybody waits for this before their build starts.
    var client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NORMAL);
    proxy().ifPresent(client::proxy);
    var zip = work.resolve("download.zip");
    try (var http = client.build()) {
        var request = HttpRequest.newBuilder(url).timeout(Duration.ofMinutes(3)).build();
        var response = http.send(request, BodyHandlers.ofFile(zip));
        if (response.statusCode() != 200) {
            throw new IOException("answered " + response.statusCode());
        }
    }
    return zip;
}

/// What curl would use; Java by itself reads system properties only.
Optional<ProxySelector> proxy() {
    return Stream.of("HTTPS_PROXY", "https_proxy")
            .map(System::getenv)
            .filter(value -> value != null && !value.isBlank())
            .map(value -> URI.create(value.contains("://") ? value : "http://" + value))
            .filter(proxy -> proxy.getHost() != null && proxy.getPort() > 0)
            .map(proxy -> ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort())))
            .findFirst();
}

/// A Maven that works behind a firewall knows a way to its artifacts, and the distribution is one of them.
Path copyAsArtifact(Path mvn, Properties pin, Path work) throws IOException, InterruptedException {
    var version = pin.getProperty("version");
    var output = runMaven(mvn, work, "-B", "-q", pin.getProperty("fetchPlugin") + ":copy",
            "-Dartifact=org.apache.maven:apache-maven:%s:zip:bin".formatted(version),
            "-DoutputDirectory=" + work);
    var zip = work.resolve("apache-maven-%s-bin.zip".formatted(version));
    if (!Files.isRegularFile(zip)) {
        throw new IOException(output.lines().filter(line -> line.contains("ERROR")).findFirst()
                .map(line -> line.replaceFirst(".*ERROR\\S*\\s*", ""))
                .orElse("did not fetch it"));
    }
    return zip;
}

Optional<Path> installedMaven() {
    var name = System.getProperty("os.name").startsWith("Windows") ? "mvn.cmd" : "mvn";
    return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
            .filter(folder -> !folder.isBlank())
            .map(folder -> Path.of(folder, name).toAbsolutePath())
            .filter(Files::isExecutable)
            .findFirst();
}

String versionOf(Path mvn) throws IOException, InterruptedException {
    var matcher = Pattern.compile("Apache Maven (\\d+(\\.\\d+)*)")
            .matcher(runMaven(mvn, Path.of("").toAbsolutePath(), "-B", "--version"));
    return matcher.find() ? matcher.group(1) : "0";
}

String runMaven(Path mvn, Path folder, String... arguments) throws IOException, InterruptedException {
    var command = new ProcessBuilder(Stream.concat(Stream.of(mvn.toString()), Stream.of(arguments)).toList());
    command.directory(folder.toFile()).redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(nothing()));
    command.environment().remove("MAVEN_ARGS"); // meant for the build
    var process = command.start();
    var output = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return output;
}

// ---- making sure, and putting it in place ----

Path install(Path zip, String origin, Properties pin, Path folder) throws IOException, Refusal {
    var expected = pin.getProperty("sha512");
    var actual = sha512(zip);
    if (!actual.equalsIgnoreCase(expected)) {
        throw new Refusal("""
                What came from %s is not Maven %s, so nothing was installed.
                  expected SHA-512 %s
                  received SHA-512 %s
                A proxy that answers with a page of its own does that; so does a file somebody changed."""
                .formatted(origin, pin.getProperty("version"), expected, actual));
    }
    var unpacked = unpack(zip, zip.resolveSibling("unpacked"));
    var mvn = folder.resolve("bin/mvn" + (File.separatorChar == '\\' ? ".cmd" : ""));
    try {
        Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException taken) {
        // Another build was quicker, which is as good; or a damaged one is in the way.
        if (!Files.isRegularFile(mvn)) {
            throw new Refusal("Cannot put Maven into %s. If that folder is there, delete it and try again. (%s)"
                    .formatted(folder, reason(taken)));
        }
    }
    return mvn;
}

String sha512(Path file) throws IOException {
    try (var content = Files.newInputStream(file)) {
        var digest = MessageDigest.getInstance("SHA-512");
        content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
        throw new IllegalStateException(everyJdkHasIt);
    }
}

/// Leaves out the archive's top folder, which only repeats name and version.
Path unpack(Path zip, Path folder) throws IOException {
    try (var archive = new ZipInputStream(Files.newInputStream(zip))) {
        for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            var name = entry.getName().substring(entry.getName().indexOf('/') + 1);
            var target = folder.resolve(name).normalize();
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else if (target.startsWith(folder)) {
                Files.createDirectories(target.getParent());
                Files.copy(archive, target);
                if (name.startsWith("bin/")) {
                    target.toFile().setExecutable(true, false); // java.util.zip does not tell
                }
            }
        }
    }
    return folder;
}

void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
        }
    }
}

// ---- words ----

boolean isAtLeast(String version, String oldest) {
    return Arrays.compare(numbers(version), numbers(oldest)) >= 0;
}

int[] numbers(String version) {
    return Stream.of(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
}

/// Many network exceptions have a message only further down, or none.
String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof UnresolvedAddressException) {
            return "unknown host";
        }
        if (cause.getMessage() != null) {
            return cause.getMessage();
        }
    }
    return failure.getClass().getSimpleName();
}

File nothing() {
    return new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");
}

void say(String text) {
    System.err.println("mvnw: " + text);
}

@SuppressWarnings("serial")
static class Refusal extends Exception {
    Refusal(String message) {
        super(message);
    }
}
