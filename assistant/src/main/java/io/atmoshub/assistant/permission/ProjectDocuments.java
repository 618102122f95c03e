package io.atmoshub.assistant.permission;

import io.atmoshub.project.Config;
import io.atmoshub.project.Project;
import io.atmoshub.project.yaml.YamlMapping;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/// What a project's own configuration says about tools, under `ai.tools` and `settings.ai.tools`.
public final class ProjectDocuments {
    private static final List<List<String>> PLACES =
            List.of(List.of("ai", "tools"), List.of("settings", "ai", "tools"));

    private ProjectDocuments() {}

    /// A configuration that can't be read is a document that asks for everything.
    public static List<Document> of(Supplier<Project> project) {
        try {
            Config config = project.get().config();
            List<Document> documents = new ArrayList<>();
            for (List<String> place : PLACES) {
                config.node(place.toArray(String[]::new))
                        .ifPresent(node -> documents.add(
                                node instanceof YamlMapping tools
                                        ? Document.project(revision(tools), tools)
                                        : Document.unreadable("", String.join(".", place) + " is not a mapping.")));
            }
            return documents;
        } catch (RuntimeException e) {
            return List.of(Document.unreadable("", String.valueOf(e.getMessage())));
        }
    }

    /// Tells states of it apart in the log: a folder has no numbers.
    private static String revision(YamlMapping tools) {
        try {
            byte[] text = String.valueOf(tools.toJava()).getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
