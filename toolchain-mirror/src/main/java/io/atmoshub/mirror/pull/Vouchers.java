package io.atmoshub.mirror.pull;

import io.atmoshub.mirror.ledger.Evidence;
import io.atmoshub.mirror.ledger.Pinned.ToolFile;
import io.atmoshub.mirror.upstream.UpstreamAddress;
import io.atmoshub.toolchain.Checksum;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where publishers say beforehand what a file adds up to, and which tool's file an address is.
public final class Vouchers {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern RELEASE = Pattern.compile("/([^/]+)/([^/]+)/releases/download/(.+)/([^/]+)");
    private static final Pattern HASHICORP = Pattern.compile("/([^/]+)/([^/]+)/([^/]+\\.zip)");
    private static final Pattern HELM = Pattern.compile("/helm-(v[^-]+(?:-rc\\.\\d+)?)-([^/]+)");
    private static final Pattern KUBERNETES =
            Pattern.compile("/release/(v[^/]+)/bin/([^/]+)/([^/]+)/([^/.]+)(\\.exe)?");
    private static final Pattern OS =
            Pattern.compile("(?i)(?:^|[^a-z])(linux|darwin|macos|apple|windows|win32|win64|freebsd)(?![a-z])");
    private static final Pattern ARCH = Pattern.compile(
            "(?i)(?:^|[^a-z0-9])(amd64|x86_64|x64|arm64|aarch64|386|i386|i686|armv7|armv6|arm)(?![a-z0-9])");

    private Vouchers() {}

    /// The document that vouches for the file, if its host is known to have one.
    static Optional<UpstreamAddress> document(UpstreamAddress address) {
        String path = address.file();
        if (vouchesItself(path)) {
            return Optional.empty();
        }
        Matcher release = RELEASE.matcher(path);
        if (address.host().equals("github.com") && release.matches()) {
            return Optional.of(new UpstreamAddress(
                    "api.github.com",
                    "/repos/%s/%s/releases/tags/%s".formatted(release.group(1), release.group(2), release.group(3))));
        }
        Matcher zip = HASHICORP.matcher(path);
        if (address.host().equals("releases.hashicorp.com") && zip.matches()) {
            return Optional.of(new UpstreamAddress(
                    address.host(), "/%1$s/%2$s/%1$s_%2$s_SHA256SUMS".formatted(zip.group(1), zip.group(2))));
        }
        if (address.host().equals("get.helm.sh") && HELM.matcher(path).matches()) {
            return Optional.of(new UpstreamAddress(address.host(), path + ".sha256sum"));
        }
        if (address.host().endsWith("dl.k8s.io") && KUBERNETES.matcher(path).matches()) {
            return Optional.of(new UpstreamAddress(address.host(), path + ".sha256"));
        }
        return Optional.empty();
    }

    private static boolean vouchesItself(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return !name.contains("/releases/download/")
                && name.matches(".*(\\.sha256|\\.sha256sum|\\.sha512|sha256sums|\\.sig|\\.asc|\\.minisig|\\.pem)");
    }

    /// What the document says about the file.
    static Optional<Evidence> read(UpstreamAddress address, UpstreamAddress document, byte[] body) {
        String name = address.file().substring(address.file().lastIndexOf('/') + 1);
        Optional<Checksum> said = document.host().equals("api.github.com")
                ? ofRelease(body, name)
                : ofLines(new String(body, StandardCharsets.UTF_8), name);
        String kind = document.host().equals("api.github.com") ? "digest" : "checksum";
        return said.filter(one -> !one.algorithm().weak())
                .map(one -> new Evidence(kind, one, document.toString(), body));
    }

    private static Optional<Checksum> ofRelease(byte[] body, String name) {
        try {
            for (JsonNode asset : JSON.readTree(body).path("assets")) {
                if (asset.path("name").asString("").equals(name)) {
                    return Checksum.of(asset.path("digest").asString(""));
                }
            }
        } catch (JacksonException e) {
            // An answer that is none vouches for nothing.
        }
        return Optional.empty();
    }

    /// `ab12…  name`, or the digits alone.
    private static Optional<Checksum> ofLines(String text, String name) {
        String all = text.strip();
        if (all.matches("[0-9a-fA-F]{64,128}")) {
            return Checksum.of(all);
        }
        return all.lines()
                .map(line -> line.strip().split("\\s+\\*?", 2))
                .filter(parts -> parts.length == 2 && parts[1].equals(name))
                .findFirst()
                .flatMap(parts -> Checksum.of(parts[0]));
    }

    public static ToolFile tool(UpstreamAddress address) {
        String path = address.file();
        String name = path.substring(path.lastIndexOf('/') + 1);
        Matcher release = RELEASE.matcher(path);
        if (address.host().equals("github.com") && release.matches()) {
            return new ToolFile(release.group(1) + "/" + release.group(2), release.group(3), platform(name));
        }
        Matcher zip = HASHICORP.matcher(path);
        if (address.host().equals("releases.hashicorp.com") && zip.matches()) {
            return new ToolFile("hashicorp/" + zip.group(1), zip.group(2), platform(name));
        }
        Matcher helm = HELM.matcher(path);
        if (address.host().equals("get.helm.sh") && helm.matches()) {
            return new ToolFile("helm/helm", helm.group(1), platform(name));
        }
        Matcher kubernetes = KUBERNETES.matcher(path);
        if (address.host().endsWith("dl.k8s.io") && kubernetes.matches()) {
            return new ToolFile(
                    "kubernetes/kubernetes/" + kubernetes.group(4),
                    kubernetes.group(1),
                    kubernetes.group(2) + "_" + kubernetes.group(3));
        }
        return new ToolFile("", "", platform(name));
    }

    /// As far as the file's name tells; for people and for lists, not for decisions.
    private static String platform(String name) {
        Matcher os = OS.matcher(name);
        Matcher arch = ARCH.matcher(name);
        if (!os.find() || !arch.find()) {
            return "";
        }
        String system =
                switch (os.group(1).toLowerCase(Locale.ROOT)) {
                    case "macos", "apple" -> "darwin";
                    case "win32", "win64" -> "windows";
                    case String other -> other;
                };
        String processor =
                switch (arch.group(1).toLowerCase(Locale.ROOT)) {
                    case "x86_64", "x64" -> "amd64";
                    case "aarch64" -> "arm64";
                    case "i386", "i686" -> "386";
                    case String other -> other;
                };
        return system + "_" + processor;
    }
}
