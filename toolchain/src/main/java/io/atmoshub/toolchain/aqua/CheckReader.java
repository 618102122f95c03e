package io.atmoshub.toolchain.aqua;

import io.atmoshub.toolchain.aqua.Checks.Attestations;
import io.atmoshub.toolchain.aqua.Checks.Checksum;
import io.atmoshub.toolchain.aqua.Checks.Cosign;
import io.atmoshub.toolchain.aqua.Checks.Gpg;
import io.atmoshub.toolchain.aqua.Checks.Minisign;
import io.atmoshub.toolchain.aqua.Checks.RemoteFile;
import io.atmoshub.toolchain.aqua.Checks.Slsa;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads by what a package's files are checked.
final class CheckReader {
    private CheckReader() {}

    static Checks read(Fields fields) {
        return new Checks(
                fields.object("checksum", CheckReader::checksum),
                fields.object("cosign", CheckReader::cosign),
                fields.object("slsa_provenance", CheckReader::slsa),
                fields.object("minisign", CheckReader::minisign),
                fields.object("gpg", CheckReader::gpg),
                fields.object("github_artifact_attestations", CheckReader::attestations),
                fields.flag("github_immutable_release"));
    }

    private static Checksum checksum(Fields fields) {
        return new Checksum(
                fields.flag("enabled", true),
                file(fields),
                fields.textOrNone("algorithm"),
                fields.textOrNone("file_format"),
                fields.object(
                        "pattern",
                        pattern -> new Checks.Pattern(pattern.textOrNone("checksum"), pattern.textOrNone("file"))),
                fields.words("replacements"),
                new Checks(
                        null,
                        fields.object("cosign", CheckReader::cosign),
                        null,
                        fields.object("minisign", CheckReader::minisign),
                        fields.object("gpg", CheckReader::gpg),
                        fields.object("github_artifact_attestations", CheckReader::attestations),
                        null));
    }

    private static Cosign cosign(Fields fields) {
        return new Cosign(
                fields.flag("enabled"),
                fields.textsOrNone("opts"),
                fields.object("signature", CheckReader::file),
                fields.object("certificate", CheckReader::file),
                fields.object("key", CheckReader::file),
                fields.object("bundle", CheckReader::file));
    }

    private static Slsa slsa(Fields fields) {
        return new Slsa(fields.flag("enabled"), file(fields), fields.saidText("source_uri"), fields.text("source_tag"));
    }

    private static Minisign minisign(Fields fields) {
        return new Minisign(fields.flag("enabled", true), file(fields), fields.textOrNone("public_key"));
    }

    private static Gpg gpg(Fields fields) {
        return new Gpg(
                fields.flag("enabled", true),
                file(fields),
                fields.textsOrNone("keys"),
                fields.textsOrNone("key_files").stream()
                        .map(name -> beside(fields, name))
                        .toList());
    }

    /// A registry from the network may not choose among the files of this machine.
    private static String beside(Fields fields, String name) {
        String registry = fields.origin().file();
        if (registry.contains("://") || !Files.isRegularFile(Path.of(registry))) {
            throw Fields.wrong(fields.origin(), "\"key_files\"", "in a registry on this machine; others have \"keys\"");
        }
        return Path.of(registry).resolveSibling(name).normalize().toString();
    }

    private static Attestations attestations(Fields fields) {
        String workflow = fields.text("signer_workflow");
        return new Attestations(
                fields.flag("enabled", true),
                fields.textOrNone("predicate_type"),
                workflow == null ? fields.textOrNone("signer-workflow") : workflow);
    }

    private static RemoteFile file(Fields fields) {
        return new RemoteFile(
                fields.text("type"),
                fields.text("repo_owner"),
                fields.text("repo_name"),
                fields.text("asset"),
                fields.text("url"));
    }
}
