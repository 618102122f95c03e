package io.atmoshub.toolchain.install;

import io.atmoshub.toolchain.Checksum;
import io.atmoshub.toolchain.ToolchainException;
import io.atmoshub.toolchain.verify.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What an install left behind for later: where the tool came from, what it added up to, which checks it passed, and
/// what each of its files is.
public record InstallRecord(
        String tool,
        String version,
        String platform,
        String url,
        String asset,
        String sha256,
        long size,
        List<Check> checks,
        Map<String, String> programs,
        Map<String, String> files,
        String installedAt) {
    static final String FILE = ".atmos-install.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public InstallRecord {
        checks = List.copyOf(checks);
        programs = Map.copyOf(programs);
        files = Map.copyOf(files);
        Checksum.of(sha256);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static Optional<InstallRecord> in(Path folder) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(folder.resolve(FILE)), InstallRecord.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            throw new ToolchainException(
                    "The record of an install can't be read: %s.".formatted(folder.resolve(FILE)),
                    "Install the tool again: atmos toolchain install --reinstall",
                    e);
        }
    }
}
