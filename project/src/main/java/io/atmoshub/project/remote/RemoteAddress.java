package io.atmoshub.project.remote;

import io.atmoshub.project.remote.RemoteException.Kind;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where a remote file is, as an import names it.
public sealed interface RemoteAddress {
    /// Without a name and password, for people to see.
    String shown();

    /// @param written the whole address, without a name and password
    /// @param path of a file, a folder or a pattern in it; never out of it
    /// @param ref a branch, tag or commit; empty for what the repository has by default
    record Git(String written, String repository, String path, String ref) implements RemoteAddress {
        public Git {
            path = inside(path, written);
            if (path.isEmpty()) {
                throw refused(
                        "%s names a repository, but no file in it.".formatted(written),
                        "Put the path behind two slashes, such as: %s//catalog/vpc"
                                .formatted(written.replaceFirst("\\?.*", "")));
            }
            if (repository.startsWith("-")
                    || host(repository).startsWith("-")
                    || repository.matches("(?s).*[\\s\\p{Cntrl}].*")) {
                throw refused("%s is no address of a repository.".formatted(written), "Correct it.");
            }
            if (!REF.matcher(ref).matches() || ref.contains("..")) {
                throw refused(
                        "\"%s\" can't be a branch, tag or commit.".formatted(ref), "Correct what stands behind ?ref=");
            }
        }

        @Override
        public String shown() {
            return written;
        }

        /// The same repository and ref, at another path.
        public Git at(String other) {
            String query = written.indexOf('?') < 0 ? "" : written.substring(written.indexOf('?'));
            String[] parts = split(written.substring(0, written.length() - query.length()));
            String start = parts[1].isEmpty() ? "git::" + withoutUser(repository) : parts[0];
            String plain = inside(other, written);
            return new Git(start + "//" + plain + query, repository, plain, ref);
        }

        /// Whether it can never mean anything else than it means now.
        boolean isFixed() {
            return ref.matches("[0-9a-f]{40}");
        }
    }

    record Web(String shown, URI address) implements RemoteAddress {}

    Pattern REF = Pattern.compile("([A-Za-z0-9_][A-Za-z0-9._/@+-]*)?");

    /// Whether a name of an import means something elsewhere.
    static boolean isRemote(String name) {
        String first = firstPart(name);
        // Most are paths, which is quickly seen.
        if (name.indexOf(':') < 0 && first.indexOf('.') < 0) {
            return false;
        }
        return name.contains("://")
                || name.contains("::")
                || isScp(name)
                || isKnownHost(first)
                || (name.contains("//") && first.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"));
    }

    /// @throws RemoteException when nothing can be fetched from there
    static RemoteAddress of(String name) {
        String query = name.indexOf('?') < 0 ? "" : name.substring(name.indexOf('?'));
        String plain = name.substring(0, name.length() - query.length());
        String written = withoutUser(name);
        if (plain.startsWith("git::")) {
            return git(written, plain.substring(5), query);
        }
        int forced = plain.indexOf("::");
        if (forced > 0 && plain.substring(0, forced).matches("[a-z0-9]+")) {
            throw refused(
                    "%s imports are not fetched: %s.".formatted(plain.substring(0, forced), written),
                    "Git (git::) and HTTPS are; or vendor the file into the project.");
        }
        if (isScp(plain) || !plain.contains("://") || isRepository(plain)) {
            return git(written, plain, query);
        }
        String scheme = plain.substring(0, plain.indexOf("://")).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw refused(
                    "%s imports are not fetched: %s.".formatted(scheme, written),
                    "Git (git::) and HTTPS are; or vendor the file into the project.");
        }
        try {
            URI address = new URI(name);
            if (host(address).isEmpty()) {
                throw refused("%s names no host.".formatted(written), "Correct the address.");
            }
            return new Web(written, address);
        } catch (java.net.URISyntaxException e) {
            throw refused("%s is no address.".formatted(written), "Correct it; blanks are written %20.");
        }
    }

    private static Git git(String written, String plain, String query) {
        String[] parts = split(plain);
        String repository = parts[0];
        String path = parts[1];
        if (!repository.contains("://") && !isScp(repository)) {
            List<String> words = new ArrayList<>(Arrays.asList(repository.split("/")));
            if (isKnownHost(words.getFirst()) && words.size() > 3 && path.isEmpty()) {
                path = String.join("/", words.subList(3, words.size()));
                words = words.subList(0, 3);
            }
            repository = "https://" + String.join("/", words);
        }
        if (isKnownHost(host(repository)) && repository.startsWith("http") && !repository.endsWith(".git")) {
            repository = repository + ".git";
        }
        return new Git(written, repository, path, value(query, "ref"));
    }

    /// Before the two slashes that are not those of `https://`, and behind them.
    private static String[] split(String plain) {
        int scheme = plain.indexOf("://");
        int from = scheme < 0 ? 0 : scheme + 3;
        int slashes = plain.indexOf("//", from);
        return slashes < 0
                ? new String[] {plain, ""}
                : new String[] {plain.substring(0, slashes), plain.substring(slashes + 2)};
    }

    private static String inside(String path, String written) {
        String plain = path.replace('\\', '/').replaceFirst("^/+", "");
        if (plain.matches("(?s).*\\p{Cntrl}.*")) {
            throw refused("%s has signs in it that no path has.".formatted(written), "Correct it.");
        }
        Path normal = Path.of(plain).normalize();
        if (normal.startsWith("..")) {
            throw refused("%s leads out of its repository.".formatted(written), "Correct the path behind the //.");
        }
        return normal.toString().replace('\\', '/');
    }

    private static boolean isRepository(String plain) {
        String[] parts = split(plain);
        boolean file = parts[1].isEmpty() && plain.matches(".*\\.(ya?ml|tmpl|json)");
        String path = parts[0].replaceFirst("^[a-z+]+://[^/]*", "");
        boolean repository = isKnownHost(host(parts[0])) || path.matches(".*\\.git(/.*)?|.*/_git/.*");
        return plain.startsWith("ssh://") || plain.startsWith("git://") || (!file && repository);
    }

    static String host(String repository) {
        return repository
                .replaceFirst("^[a-z+]+://", "")
                .replaceFirst("^[^/@]*@", "")
                .replaceFirst("[:/?].*$", "")
                .toLowerCase(Locale.ROOT);
    }

    /// Without the brackets of an address of version 6.
    static String host(URI address) {
        String host = address.getHost();
        return host == null ? "" : host.replaceAll("^\\[|]$", "");
    }

    private static boolean isScp(String name) {
        return name.matches("[\\w.-]+@[\\w.-]+:[^/].*");
    }

    private static boolean isKnownHost(String host) {
        return host.matches("([\\w-]+\\.)*(github\\.com|gitlab\\.com|bitbucket\\.org)");
    }

    private static String firstPart(String name) {
        return name.substring(0, Math.max(0, name.indexOf('/')));
    }

    private static String value(String query, String key) {
        return Arrays.stream(query.replaceFirst("^\\?", "").split("&"))
                .filter(each -> each.startsWith(key + "="))
                .map(each -> each.substring(key.length() + 1))
                .findFirst()
                .orElse("");
    }

    private static String withoutUser(String name) {
        return name.replaceFirst("://[^/@]*@", "://");
    }

    private static RemoteException refused(String problem, String hint) {
        return new RemoteException(Kind.REFUSED, problem, hint);
    }
}
