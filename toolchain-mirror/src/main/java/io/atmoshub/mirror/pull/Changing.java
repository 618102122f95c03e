package io.atmoshub.mirror.pull;

import io.atmoshub.mirror.upstream.UpstreamAddress;
import java.util.List;
import java.util.regex.Pattern;

/// The addresses that change by nature: lists, what an API says, `latest`. They stay out of the ledger.
public final class Changing {
    private static final Pattern EVERYWHERE = Pattern.compile(
            "/|.*/|.*/(latest|index\\.(json|html|xml)|versions?\\.(json|txt)|info/refs|HEAD|main|master)(/.*)?");
    private static final Pattern FIXED_ON_GITHUB =
            Pattern.compile("/[^/]+/[^/]+/(releases/download/.+/[^/]+|archive/.+|raw/[0-9a-f]{40}/.+)");
    private static final Pattern FIXED_RAW =
            Pattern.compile("/[^/]+/[^/]+/([0-9a-f]{40}|(refs/tags/)?v?\\d+(\\.\\d+)+[^/]*)/.+");

    private final List<Pattern> declared;

    /// @param declared by an admin: host and path, `*` for anything
    public Changing(List<String> declared) {
        this.declared = declared.stream()
                .map(text -> Pattern.compile(
                        Pattern.quote(text.replaceFirst("^https://", "")).replace("*", "\\E.*\\Q")))
                .toList();
    }

    public boolean is(UpstreamAddress address) {
        String path = address.file();
        boolean usual =
                switch (address.host()) {
                    case "api.github.com" -> true;
                    case "github.com" -> !FIXED_ON_GITHUB.matcher(path).matches();
                    case "raw.githubusercontent.com" -> !FIXED_RAW.matcher(path).matches();
                    case "get.helm.sh" -> path.endsWith("-version");
                    case "dl.k8s.io", "cdn.dl.k8s.io" -> path.matches("/release/[^/]+\\.txt");
                    default -> EVERYWHERE.matcher(path).matches();
                };
        return usual
                || declared.stream()
                        .anyMatch(one -> one.matcher(address.host() + path).matches());
    }
}
