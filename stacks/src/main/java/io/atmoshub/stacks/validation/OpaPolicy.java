package io.atmoshub.stacks.validation;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.StackEngine;
import io.atmoshub.stacks.StackException;
import io.atmoshub.stacks.ToolFinder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A policy in OPA's language: its rule `errors` in the package `atmos` lists what is wrong with a component.
record OpaPolicy(StackEngine engine, Component component, Path policy, List<Path> modules, int seconds, Origin origin) {
    private static final String QUERY = "data.atmos.errors";

    List<Finding> check(YamlMapping section) {
        if (!engine.project().limits().processes()) {
            throw failed(
                    "policies are checked by a program, and none may start here", "Check it with the command line.");
        }
        ToolFinder.Tool opa = engine.tools()
                .find("opa", component)
                .orElseThrow(() -> failed(
                        "policies are checked by opa, and there is none",
                        "Install it, such as with: atmos toolchain install open-policy-agent/opa"));
        var found = new ArrayList<Finding>();
        for (JsonNode message : messages(run(opa, input(section)))) {
            found.add(new Finding(
                    origin,
                    message.isString() ? message.asString() : message.toString(),
                    "Policy: " + policy.getFileName()));
        }
        return found;
    }

    private byte[] input(YamlMapping section) {
        Map<String, @Nullable Object> input = new LinkedHashMap<>();
        section.forEach(entry -> input.put(entry.key(), entry.value().toJava()));
        input.put("process_env", engine.project().limits().environment());
        return JsonMapper.shared().writeValueAsBytes(input);
    }

    private String run(ToolFinder.Tool opa, byte[] input) {
        var command = new ArrayList<String>(List.of(
                opa.executable().toString(), "eval", "--format", "json", "--stdin-input", "--data", policy.toString()));
        modules.forEach(module -> command.addAll(List.of("--data", module.toString())));
        command.add(QUERY);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(engine.project().basePath().toFile())
                .redirectErrorStream(true);
        Map<String, String> environment =
                new HashMap<>(engine.project().limits().environment());
        environment.putAll(opa.environment());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            var output =
                    new FutureTask<>(() -> new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            Thread.ofVirtual().start(output);
            try (var in = process.getOutputStream()) {
                in.write(input);
            } catch (IOException ended) {
                // It ended before it read everything; what it printed says why.
            }
            try {
                String text = output.get(seconds, TimeUnit.SECONDS);
                if (!process.waitFor(seconds, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    throw failed("opa refused it: " + text.strip(), "Correct the policy.");
                }
                return text;
            } finally {
                process.destroyForcibly();
            }
        } catch (TimeoutException e) {
            throw failed("opa took more than %d seconds".formatted(seconds), "Set a longer timeout for the rule.");
        } catch (IOException | ExecutionException e) {
            throw failed("opa did not run: " + e.getMessage(), "Try it by hand: opa version");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("it was interrupted", "Try again.");
        }
    }

    private Iterable<JsonNode> messages(String output) {
        try {
            JsonNode value = JsonMapper.shared().readTree(output).at("/result/0/expressions/0/value");
            return value.isArray() ? value : List.of();
        } catch (JacksonException e) {
            throw failed("opa printed no JSON", "Try it by hand: opa version");
        }
    }

    private StackException failed(String what, String hint) {
        return new StackException(
                origin, "The policy %s was not checked: %s.".formatted(policy.getFileName(), what), hint);
    }
}
