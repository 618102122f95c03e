package io.atmoshub.toolchain.aqua;

import java.util.Map;

/// Where GitHub is: its pages and downloads, its files, its API. Another for tests, mirrors and GitHub Enterprise.
public record GitHubAddresses(String web, String raw, String api) {
    public static final GitHubAddresses PUBLIC =
            new GitHubAddresses("https://github.com", "https://raw.githubusercontent.com", "https://api.github.com");

    public GitHubAddresses {
        web = withoutSlash(web);
        raw = withoutSlash(raw);
        api = withoutSlash(api);
    }

    /// `ATMOS_GITHUB_URL`, `ATMOS_GITHUB_RAW_URL` and `ATMOS_GITHUB_API_URL` name another.
    public static GitHubAddresses from(Map<String, String> environment) {
        return new GitHubAddresses(
                environment.getOrDefault("ATMOS_GITHUB_URL", PUBLIC.web),
                environment.getOrDefault("ATMOS_GITHUB_RAW_URL", PUBLIC.raw),
                environment.getOrDefault("ATMOS_GITHUB_API_URL", PUBLIC.api));
    }

    String asset(String owner, String repo, String tag, String name) {
        return "%s/%s/%s/releases/download/%s/%s".formatted(web, owner, repo, tag, name);
    }

    String archive(String owner, String repo, String tag) {
        return "%s/%s/%s/archive/refs/tags/%s.tar.gz".formatted(web, owner, repo, tag);
    }

    String content(String owner, String repo, String ref, String path) {
        return "%s/%s/%s/%s/%s".formatted(raw, owner, repo, ref, path);
    }

    /// What the API tells of a release.
    public String release(String repository, String tag) {
        return "%s/repos/%s/releases/tags/%s".formatted(api, repository, tag);
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
