package io.atmoshub.server.launcher.settings;

import java.util.Map;
import java.util.stream.Collectors;

/// What an operator decides about the mirror, by name. The server checks it; some of it is secret.
public record MirrorSettings(Map<String, String> values) {
    public MirrorSettings {
        values = Map.copyOf(values);
    }

    static MirrorSettings from(Given given) {
        return new MirrorSettings(Settings.NAMES.stream()
                .filter(name -> name.matches("ATMOS_HUB_(MIRROR_|S3_|BLOBS).*"))
                .filter(name -> given.value(name).isPresent())
                .collect(
                        Collectors.toMap(name -> name, name -> given.value(name).orElseThrow())));
    }

    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
