package io.atmoshub.stacks.render;

import io.atmoshub.project.Project;
import io.atmoshub.project.RefusedException;
import io.atmoshub.project.query.Query;
import io.atmoshub.project.query.QueryException;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.Yaml;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.StackEngine;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.ToolFinder;
import io.atmoshub.stacks.manifest.Footprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Outputs of Terraform components, asked of `terraform` or `tofu` once for each component.
final class TerraformOutputs {
    private static final int SECONDS = 120;
    private static final int LONGEST = 16 << 20;

    private final StackEngine engine;
    private final ConcurrentMap<String, Map<String, @Nullable Object>> known = new ConcurrentHashMap<>();

    TerraformOutputs(StackEngine engine) {
        this.engine = engine;
    }

    /// @param words component, perhaps a stack, and the output or an expression over all of them
    FunctionRunner.Outcome value(List<String> words, Origin origin, Component asking) throws IOException {
        if (words.size() < 2 || words.size() > 3) {
            throw new StackException(
                    origin,
                    "An output is asked for with a component, perhaps a stack, and the output's name.",
                    "Write !terraform.output vpc vpc_id, or !terraform.output vpc prod vpc_id.");
        }
        String stack = words.size() == 3 ? words.get(1) : asking.stack();
        Component component = engine.component(stack, words.getFirst());
        Map<String, @Nullable Object> outputs = of(component);
        String wanted = words.getLast();
        if (wanted.startsWith(".")) {
            try {
                return new FunctionRunner.Value(Query.of(wanted).one(outputs));
            } catch (QueryException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
        if (!outputs.containsKey(wanted)) {
            throw new IOException("%s has no output \"%s\"".formatted(component, wanted));
        }
        return new FunctionRunner.Value(outputs.get(wanted));
    }

    Map<String, @Nullable Object> of(Component component) throws IOException {
        Footprint.fleeting();
        String key = component.stack() + "\n" + component.name();
        Map<String, @Nullable Object> before = known.get(key);
        if (before != null) {
            return before;
        }
        Map<String, @Nullable Object> outputs = asked(component);
        known.put(key, outputs);
        return outputs;
    }

    private Map<String, @Nullable Object> asked(Component component) throws IOException {
        Project project = engine.project();
        if (!project.limits().processes()) {
            throw new RefusedException("nothing may be run here");
        }
        YamlMapping section = component.section();
        String program = Optional.ofNullable(section.text("command")).orElse("terraform");
        Optional<ToolFinder.Tool> tool = engine.tools().find(program, component);
        if (tool.isEmpty()) {
            throw new RefusedException("there is no %s to ask for outputs".formatted(program));
        }
        Path folder = project.componentsFolder(component.type()).resolve(component.base());
        String workspace = Optional.ofNullable(section.text("workspace")).orElse("default");
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        if (Yaml.parse("outputs", run(tool.get(), folder, workspace)) instanceof YamlMapping all) {
            all.forEach(entry -> {
                if (entry.value().toJava() instanceof Map<?, ?> output) {
                    outputs.put(entry.key(), output.get("value"));
                }
            });
        }
        return outputs;
    }

    private String run(ToolFinder.Tool tool, Path folder, String workspace) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(tool.executable().toString(), "output", "-json", "-no-color")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().clear();
        builder.environment().putAll(engine.project().limits().environment());
        builder.environment().putAll(tool.environment());
        if (!workspace.equals("default")) {
            builder.environment().put("TF_WORKSPACE", workspace);
        }
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            byte[] printed = process.getInputStream().readNBytes(LONGEST);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("%s took more than %d seconds".formatted(tool.executable(), SECONDS));
            }
            if (process.exitValue() != 0) {
                throw new IOException("%s ended with exit code %d in %s"
                        .formatted(tool.executable().getFileName(), process.exitValue(), folder));
            }
            return new String(printed, StandardCharsets.UTF_8);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
