package io.atmoshub.cli.workflow;

import io.atmoshub.project.yaml.Origin;
import io.atmoshub.project.yaml.YamlMapping;
import io.atmoshub.project.yaml.YamlNode;
import java.util.Map;
import java.util.Optional;

/// One step of a workflow.
///
/// @param type `atmos` runs this command again, `shell` and `script` a shell, `exec` a program as the last step, `env`
/// sets variables for the steps after it
/// @param export whether the variables of an `env` step reach programs, or templates only
record Step(
        Origin origin,
        String name,
        String type,
        String command,
        Optional<String> stack,
        Optional<String> workingFolder,
        Map<String, String> environment,
        Map<String, String> variables,
        boolean export,
        boolean always,
        Retry retry) {
    static Step of(YamlNode written, int number) {
        String otherwise = "step" + number;
        if (!(written instanceof YamlMapping mapping)) {
            String command = written instanceof YamlNode.Scalar scalar ? scalar.text() : "";
            return new Step(
                    written.origin(),
                    otherwise,
                    "atmos",
                    command,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Map.of(),
                    true,
                    false,
                    Retry.ONCE);
        }
        return new Step(
                mapping.origin(),
                Workflow.text(mapping, "name").orElse(otherwise),
                Workflow.text(mapping, "type").orElse("atmos"),
                Workflow.text(mapping, "command").orElse("").strip(),
                Workflow.text(mapping, "stack"),
                Workflow.text(mapping, "working_directory"),
                Workflow.texts(mapping.get("env")),
                Workflow.texts(mapping.get("vars")),
                Workflow.text(mapping, "export").filter("false"::equals).isEmpty(),
                Workflow.text(mapping, "when").filter("always"::equals).isPresent(),
                mapping.get("retry") instanceof YamlMapping retry ? Retry.of(retry) : Retry.ONCE);
    }
}
