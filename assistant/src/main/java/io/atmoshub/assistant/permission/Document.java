package io.atmoshub.assistant.permission;

import io.atmoshub.hub.session.Demand;
import io.atmoshub.project.yaml.YamlException;
import io.atmoshub.project.yaml.YamlLimits;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import java.util.List;
import java.util.Map;

/// The rules of one layer as somebody wrote them, in YAML, and what there is to say about the text.
public record Document(Layer layer, List<Rule> rules, Yolo yolo, List<PolicyFinding> findings) {
    /// Whether prompts may pass by themselves.
    public enum Yolo {
        NEVER,
        /// Projects may turn it on.
        LEFT,
        ON
    }

    private static final YamlLimits LIMITS = new YamlLimits(200_000, 20, 20_000);
    private static final String FILE = "policy.yaml";

    public Document {
        rules = List.copyOf(rules);
        findings = List.copyOf(findings);
    }

    public static Document empty(Layer layer) {
        return new Document(layer, List.of(), Yolo.NEVER, List.of());
    }

    /// The organisation's. The keys stand at the top, or under `ai.tools` or `settings.ai.tools` as in an `atmos.yaml`.
    public static Document organisation(String revision, String text) {
        try {
            YamlNode root = Yamls.withoutWrapping(io.atmoshub.project.yaml.Yaml.parse(FILE, text, LIMITS));
            return new DocumentReader(Layer.ORGANISATION, revision).read(root);
        } catch (YamlException e) {
            PolicyFinding broken =
                    new PolicyFinding(e.origin().line(), e.origin().column(), true, e.problem(), e.hint());
            return new Document(Layer.ORGANISATION, List.of(), Yolo.NEVER, List.of(broken));
        }
    }

    /// A project's `ai.tools`, merged as its configuration is. What can't be understood there is read as strictly as
    /// it can be meant.
    public static Document project(String revision, YamlMapping tools) {
        return new DocumentReader(Layer.PROJECT, revision).read(tools);
    }

    /// For a project whose configuration can't be read: nobody knows what it would forbid.
    public static Document unreadable(String revision, String why) {
        Rule asks = new Rule(
                Layer.PROJECT,
                revision,
                0,
                Verb.PROMPT,
                List.of(NamePattern.ofName("*")),
                Map.of(),
                Map.of(),
                Demand.ANYBODY,
                false,
                false,
                "the project's rules can't be read, so everything asks");
        PolicyFinding finding = new PolicyFinding(
                1, 1, true, why, "Until the project's configuration can be read, everything the assistant does asks.");
        return new Document(Layer.PROJECT, List.of(asks), Yolo.NEVER, List.of(finding));
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(PolicyFinding::error);
    }

    /// Finds the part of a document that is about tools.
    private static final class Yamls {
        static YamlNode withoutWrapping(YamlNode root) {
            YamlNode node = root;
            for (String key : List.of("settings", "ai", "tools")) {
                if (node instanceof YamlMapping mapping && mapping.size() == 1 && mapping.get(key) != null) {
                    node = mapping.get(key);
                }
            }
            return node == null ? root : node;
        }
    }
}
