package io.atmoshub.toolchain.aqua;

import static io.atmoshub.toolchain.aqua.Definition.or;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a package comes from and how it is packed. What is null was not said.
public record Source(
        @Nullable String type,
        @Nullable String repoOwner,
        @Nullable String repoName,
        @Nullable String asset,
        @Nullable String crate,
        @Nullable String url,
        @Nullable String path,
        @Nullable String format,
        @Nullable String goVersionPath,
        @Nullable Cargo cargo,
        Endings endings) {

    /// What is put behind names: the format, and on Windows `.exe`.
    public record Endings(
            @Nullable Boolean append,
            @Nullable Boolean completeWindows,
            @Nullable String windows) {
        static final Endings UNSAID = new Endings(null, null, null);

        Endings over(Endings base) {
            return new Endings(
                    or(append, base.append), or(completeWindows, base.completeWindows), or(windows, base.windows));
        }
    }

    /// How cargo is to build.
    public record Cargo(List<String> features, boolean allFeatures, boolean locked) {
        public Cargo {
            features = List.copyOf(features);
        }
    }

    Source over(Source base) {
        return new Source(
                or(type, base.type),
                or(repoOwner, base.repoOwner),
                or(repoName, base.repoName),
                or(asset, base.asset),
                or(crate, base.crate),
                or(url, base.url),
                or(path, base.path),
                or(format, base.format),
                or(goVersionPath, base.goVersionPath),
                or(cargo, base.cargo),
                endings.over(base.endings));
    }

    /// Without what means nothing to another type, so that nothing of the old one shines through.
    Source become(PackageType other) {
        return switch (other) {
            case GITHUB_RELEASE ->
                new Source(other.toString(), repoOwner, repoName, asset, null, null, null, format, null, null, endings);
            case GITHUB_CONTENT ->
                new Source(other.toString(), repoOwner, repoName, null, null, null, path, format, null, null, endings);
            case GITHUB_ARCHIVE ->
                new Source(other.toString(), repoOwner, repoName, null, null, null, null, null, null, null, endings);
            case HTTP ->
                new Source(other.toString(), repoOwner, repoName, null, crate, url, null, format, null, cargo, endings);
            case GO_INSTALL, GO_BUILD ->
                new Source(
                        other.toString(),
                        repoOwner,
                        repoName,
                        null,
                        null,
                        null,
                        path,
                        null,
                        goVersionPath,
                        null,
                        Endings.UNSAID);
            case CARGO ->
                new Source(
                        other.toString(),
                        repoOwner,
                        repoName,
                        null,
                        crate,
                        null,
                        null,
                        null,
                        null,
                        cargo,
                        Endings.UNSAID);
        };
    }

    Source withFormat(@Nullable String other) {
        return new Source(type, repoOwner, repoName, asset, crate, url, path, other, goVersionPath, cargo, endings);
    }

    boolean hasRepo() {
        return repoOwner != null && repoName != null;
    }
}
