package io.atmoshub.cli.workflow;

import io.atmoshub.cli.Failure;
import io.atmoshub.gotemplate.Functions;
import io.atmoshub.gotemplate.Limits;
import io.atmoshub.gotemplate.Options;
import io.atmoshub.gotemplate.Reach;
import io.atmoshub.gotemplate.Template;
import io.atmoshub.gotemplate.TemplateException;
import java.util.List;
import java.util.Map;

/// Go templates in the commands of steps: `{{ .env.NAME }}`.
final class StepTemplates {
    private StepTemplates() {}

    static String render(String command, Map<String, String> environment) {
        try {
            return Template.parse("command", command, Options.DEFAULT)
                    .execute(Map.of("env", environment), Functions.NONE, Reach.NOTHING, Limits.DEFAULT);
        } catch (TemplateException e) {
            throw new Failure(
                    "Workflow Error",
                    "template of a workflow step",
                    String.valueOf(e.getMessage()),
                    List.of("Correct it, or write {{ \"{{\" }} for braces that are meant as they are."),
                    1);
        }
    }
}
