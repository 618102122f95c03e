package io.atmoshub.toolchain.registry;

import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.aqua.AquaPackage;
import io.atmoshub.toolchain.aqua.PackageType;
import io.atmoshub.toolchain.aqua.Source;
import io.atmoshub.toolchain.release.GitHubReleases;
import java.util.List;

/// Finds a version's tag. People write 1.2.3 where the repository has `v1.2.3`, and the address needs the latter.
final class Tags {
    private final GitHubReleases releases;

    Tags(GitHubReleases releases) {
        this.releases = releases;
    }

    /// As the definition betrays it; only where it doesn't, GitHub is asked.
    String likely(AquaPackage tool, String version) {
        List<String> ways = ways(tool, version);
        return tool.tagStyle() == AquaPackage.TagStyle.UNKNOWN ? asked(tool, ways) : ways.getFirst();
    }

    /// Some repositories changed their way over the years: before something is fetched, GitHub is asked once.
    String certain(AquaPackage tool, String version) {
        return asked(tool, ways(tool, version));
    }

    /// The likeliest first.
    private static List<String> ways(AquaPackage tool, String version) {
        String prefix = tool.definition().versions().prefix();
        String front = prefix == null ? "" : prefix;
        boolean number = !version.isEmpty() && Character.isDigit(version.charAt(0));
        boolean withV = version.length() > 1 && version.charAt(0) == 'v' && Character.isDigit(version.charAt(1));
        if (!number || front.endsWith("v")) {
            boolean whole = version.startsWith(front) || (!number && !withV);
            return List.of(whole ? version : front + version);
        }
        return tool.tagStyle() == AquaPackage.TagStyle.WITHOUT_V
                ? List.of(front + version, front + "v" + version)
                : List.of(front + "v" + version, front + version);
    }

    private String asked(AquaPackage tool, List<String> ways) {
        for (String way : ways) {
            Source source = tool.at(way).source();
            boolean released = PackageType.GITHUB_RELEASE.toString().equals(source.type());
            if (ways.size() == 1 || !released || source.repoOwner() == null || source.repoName() == null) {
                break;
            }
            try {
                if (releases.exists(source.repoOwner() + "/" + source.repoName(), way)) {
                    return way;
                }
            } catch (ToolchainException e) {
                // Nobody to ask: the likeliest will do.
                break;
            }
        }
        return ways.getFirst();
    }
}
