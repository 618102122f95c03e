package io.atmoshub.stacks.render;

import io.atmoshub.project.Execution;
import io.atmoshub.project.GitRoot;
import io.atmoshub.project.Limits;
import io.atmoshub.project.RefusedException;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.StackEngine;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.manifest.Footprint;
import io.atmoshub.stacks.manifest.Plain;
import io.atmoshub.stacks.merge.Empty;
import io.atmoshub.stacks.merge.FunctionCall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Runs YAML functions. Those that need a service beyond this machine are known, but not run: they stay marked.
final class FunctionRunner {
    /// These give the same as long as the component is the same. The environment of a process does not change.
    private static final Set<String> LASTING =
            Set.of("env", "template", "cwd", "unset", "tags", "labels", "labels.keys", "labels.values");

    private final StackEngine engine;
    private final Limits limits;
    private final TerraformOutputs outputs;
    private final GitFacts git;

    /// What became of a call.
    sealed interface Outcome {}

    record Value(@Nullable Object value) implements Outcome {}

    record Removed() implements Outcome {}

    record Marked(String reason) implements Outcome {}

    FunctionRunner(StackEngine engine) {
        this.engine = engine;
        this.limits = engine.project().limits();
        this.outputs = new TerraformOutputs(engine);
        this.git = new GitFacts(engine.project().basePath(), limits);
    }

    TerraformOutputs outputs() {
        return outputs;
    }

    Outcome run(FunctionCall call, Origin origin, @Nullable Component component, YamlMapping section) {
        try {
            return outcome(call, origin, component, section);
        } catch (RefusedException e) {
            return new Marked(e.getMessage() + ".");
        } catch (IOException e) {
            throw new StackException(
                    origin,
                    "%s did not work: %s.".formatted(call, e.getMessage()),
                    "Correct it, or set the value itself.",
                    e);
        }
    }

    private Outcome outcome(FunctionCall call, Origin origin, @Nullable Component component, YamlMapping section)
            throws IOException {
        List<String> words = words(call.arguments());
        if (!LASTING.contains(call.name())) {
            Footprint.fleeting();
        }
        return switch (call.name()) {
            case "env" -> variable(words, origin);
            case "exec" -> new Value(Execution.json(Execution.output(call.arguments(), here(), limits)));
            case "template" -> new Value(Json.valueOf(call.arguments()));
            case "include", "include.raw" -> new Marked("the file can't be read, or not here.");
            case "terraform.output", "terraform.state" ->
                component == null ? new Marked("it needs a component.") : outputs.value(words, origin, component);
            case "repo-root", "git.root" ->
                new Value(GitRoot.of(engine.project().basePath(), limits)
                        .map(Path::toString)
                        .orElseGet(() -> words.isEmpty() ? here().toString() : words.getFirst()));
            case "git.sha", "git.ref", "git.branch", "git.repository", "git.owner", "git.name", "git.host", "git.url" ->
                new Value(git.fact(call.name().substring(4), words));
            case "cwd" ->
                new Value(here().resolve(words.isEmpty() ? "" : words.getFirst())
                        .normalize()
                        .toString());
            case "random" -> new Value(random(words, origin));
            case "unset" -> new Removed();
            case "tags" -> new Value(metadata(section, "tags") instanceof List<?> list ? list : List.of());
            case "labels" -> new Value(labels(section));
            case "labels.keys" ->
                new Value(labels(section).keySet().stream().sorted().toList());
            case "labels.values" -> new Value(labelValues(section));
            default -> new Marked("functions for stores, secrets, clouds and emulators are not run here.");
        };
    }

    private Path here() {
        return engine.folder();
    }

    private Outcome variable(List<String> words, Origin origin) {
        if (words.isEmpty() || words.size() > 2) {
            throw new StackException(
                    origin, "!env needs the name of a variable.", "Write !env NAME, or !env NAME DEFAULT.");
        }
        if (!limits.maySee(words.getFirst())) {
            return new Marked("the variable %s may not be seen here.".formatted(words.getFirst()));
        }
        Optional<String> value = limits.variable(words.getFirst());
        return new Value(value.orElse(words.size() == 2 ? words.getLast() : null));
    }

    private static long random(List<String> words, Origin origin) {
        try {
            long from = words.size() > 1 ? Long.parseLong(words.getFirst()) : 0;
            long to = words.isEmpty() ? 65_535 : Long.parseLong(words.getLast());
            return ThreadLocalRandom.current().nextLong(from, Math.addExact(to, 1));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new StackException(
                    origin, "!random takes two whole numbers, the smaller first.", "Write !random 1024 65535.", e);
        }
    }

    private static @Nullable Object metadata(YamlMapping section, String key) {
        YamlMapping metadata = section.mapping("metadata");
        YamlNode value = metadata == null ? null : metadata.get(key);
        return value == null ? null : Plain.value(value);
    }

    private static Map<String, @Nullable Object> labels(YamlMapping section) {
        Map<String, @Nullable Object> labels = new LinkedHashMap<>();
        if (metadata(section, "labels") instanceof Map<?, ?> map) {
            map.forEach((key, value) -> labels.put(String.valueOf(key), value));
        }
        return labels;
    }

    private static List<@Nullable Object> labelValues(YamlMapping section) {
        List<@Nullable Object> values = new ArrayList<>();
        Map<String, @Nullable Object> labels = labels(section);
        labels.keySet().stream().sorted().forEach(key -> values.add(labels.get(key)));
        return values;
    }

    /// While manifests are read. What needs a component waits.
    YamlNode early(YamlNode.Scalar call) {
        Optional<FunctionCall> parsed = FunctionCall.of(String.valueOf(call.value()));
        if (parsed.isEmpty()
                || parsed.get().name().startsWith("terraform.")
                || parsed.get().name().equals("unset")) {
            return call;
        }
        return run(parsed.get(), call.origin(), null, Empty.MAPPING) instanceof Value(var value)
                ? YamlNode.ofJava(call.origin(), value)
                : call;
    }

    /// Words with blanks between them; quotes hold blanks together.
    static List<String> words(String arguments) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean open = false;
        for (int i = 0; i < arguments.length(); i++) {
            char c = arguments.charAt(i);
            if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote == 0 ? c : 0;
                open = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (open) {
                    words.add(word.toString());
                }
                word.setLength(0);
                open = false;
            } else {
                word.append(c);
                open = true;
            }
        }
        if (open) {
            words.add(word.toString());
        }
        return words;
    }
}
