package io.atmoshub.project.remote;

import io.atmoshub.project.Limits;
import io.atmoshub.project.remote.RemoteException.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gets the manifests of a Git repository at a ref. Nothing is checked out: plain files are copied one by one, so that
/// no link, filter or submodule of the repository does anything.
record GitFetch(Limits limits, Patience patience) {
    private static final int MOST_FILES = 20_000;
    private static final int MOST_BYTES = 128 << 20;

    /// A plain file of the repository.
    private record Entry(String id, int size, String path) {}

    /// @param into an empty folder; the files go there
    /// @param scratch an empty folder for git itself
    /// @return the commit that they are of
    String get(RemoteAddress.Git from, Path into, Path scratch) {
        if (!limits.processes()) {
            throw new RemoteException(
                    Kind.REFUSED,
                    "%s needs the program git, and none may be started here.".formatted(from.shown()),
                    "Import the file over HTTPS from a listed host, or vendor it into the project.");
        }
        try {
            GitCommand git = new GitCommand(scratch, limits, settings(from.repository()), patience.total());
            git.text("init", "--quiet", "--bare");
            String commit = commit(git, from);
            copy(git, commit, into);
            return commit;
        } catch (IOException e) {
            boolean missing = String.valueOf(e.getMessage()).contains("couldn't find remote ref");
            throw new RemoteException(
                    missing ? Kind.MISSING : Kind.UNREACHABLE,
                    "%s can't be fetched: %s.".formatted(from.shown(), e.getMessage()),
                    missing
                            ? "Correct what stands behind ?ref="
                            : "Try it by hand: git ls-remote %s".formatted(withoutUser(from.repository())),
                    e);
        }
    }

    private static String withoutUser(String repository) {
        return repository.replaceFirst("://[^/@]*@", "://");
    }

    private static String commit(GitCommand git, RemoteAddress.Git from) throws IOException {
        String ref = from.ref().isEmpty() ? "HEAD" : from.ref();
        try {
            git.text(
                    "fetch",
                    "--quiet",
                    "--depth=1",
                    "--no-tags",
                    "--no-recurse-submodules",
                    "--",
                    from.repository(),
                    ref);
            return git.text("rev-parse", "--verify", "--end-of-options", "FETCH_HEAD^{commit}");
        } catch (IOException e) {
            boolean plainFiles = String.valueOf(e.getMessage()).contains("dumb http");
            if (!plainFiles && !ref.matches("[0-9a-f]{4,40}")) {
                throw e;
            }
            if (plainFiles && !ref.matches("[0-9a-f]{4,40}")) {
                git.text("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--", from.repository(), ref);
                return git.text("rev-parse", "--verify", "--end-of-options", "FETCH_HEAD^{commit}");
            }
        }
        // Not every server gives out a commit by its name.
        String[] everything = {"+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*"};
        git.text("fetch", "--quiet", "--no-recurse-submodules", "--", from.repository(), everything[0], everything[1]);
        return git.text("rev-parse", "--verify", "--end-of-options", ref + "^{commit}");
    }

    private static void copy(GitCommand git, String commit, Path into) throws IOException {
        List<Entry> entries =
                entries(git.run(new byte[0], 64 << 20, "ls-tree", "-r", "-z", "-l", "--full-tree", commit));
        var wanted = new StringBuilder();
        entries.forEach(entry -> wanted.append(entry.id()).append('\n'));
        byte[] input = wanted.toString().getBytes(StandardCharsets.US_ASCII);
        var contents = new ByteArrayInputStream(git.run(input, MOST_BYTES, "cat-file", "--batch"));
        for (Entry entry : entries) {
            // "<id> blob <size>", the content, and a line end.
            while (contents.read() != '\n') {
                if (contents.available() == 0) {
                    throw new IOException("git's output broke off");
                }
            }
            byte[] content = contents.readNBytes(entry.size());
            if (contents.read() != '\n') {
                throw new IOException("git's output broke off");
            }
            Path file = into.resolve(entry.path());
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        }
    }

    private static List<Entry> entries(byte[] listed) throws IOException {
        List<Entry> entries = new ArrayList<>();
        var word = new ByteArrayOutputStream();
        for (byte b : listed) {
            if (b != 0) {
                word.write(b);
                continue;
            }
            String[] parts = word.toString(StandardCharsets.UTF_8).split("\t", 2);
            word.reset();
            String[] about = parts[0].strip().split("\\s+");
            boolean plain = about[0].startsWith("100") && about[1].equals("blob");
            if (plain && isManifest(parts[1]) && Long.parseLong(about[3]) <= Limits.LONGEST_FILE) {
                entries.add(new Entry(about[2], Integer.parseInt(about[3]), parts[1]));
            }
            if (entries.size() > MOST_FILES) {
                throw new IOException("it has more than %,d manifests".formatted(MOST_FILES));
            }
        }
        return entries;
    }

    private static boolean isManifest(String path) {
        return path.matches(".*\\.(ya?ml|ya?ml\\.tmpl|json)")
                && !path.startsWith("/")
                && List.of(path.split("/", -1)).stream()
                        .noneMatch(
                                part -> part.isEmpty() || part.equals(".") || part.equals("..") || part.contains("\\"));
    }

    /// Where hosts are limited, git goes to the address that was looked at, and nowhere from there.
    private Map<String, String> settings(String repository) throws IOException {
        Map<String, String> settings = new HashMap<>();
        String host = RemoteAddress.host(repository);
        boolean web = repository.startsWith("https://") || repository.startsWith("http://");
        var reachable = new Reachable(limits);
        if (!reachable.isUnlimited()) {
            reachable.check(host);
            if (!web) {
                throw new RemoteException(
                        Kind.REFUSED,
                        "%s may not be fetched here: of repositories, only those at https addresses are."
                                .formatted(withoutUser(repository)),
                        "Write the import with https.");
            }
            InetAddress address = reachable.address(host);
            int named = URI.create(repository).getPort();
            int port = named > 0 ? named : repository.startsWith("https://") ? 443 : 80;
            settings.put("http.curloptResolve", "%s:%d:%s".formatted(host, port, address.getHostAddress()));
            settings.put("http.followRedirects", "false");
            settings.put("http.proxy", "");
        }
        if (repository.startsWith("https://github.com/")) {
            WebFetch.token(limits).ifPresent(token -> {
                byte[] user = ("x-access-token:" + token).getBytes(StandardCharsets.UTF_8);
                settings.put(
                        "http.https://github.com/.extraHeader",
                        "Authorization: Basic " + Base64.getEncoder().encodeToString(user));
            });
        }
        return settings;
    }
}
