package io.atmoshub.stacks.render;

import io.atmoshub.gotemplate.Functions;
import io.atmoshub.gotemplate.Limits;
import io.atmoshub.gotemplate.MissingKey;
import io.atmoshub.gotemplate.Options;
import io.atmoshub.gotemplate.Reach;
import io.atmoshub.gotemplate.TemplateException;
import io.atmoshub.project.Project;
import io.atmoshub.project.TemplatesConfig;
import io.atmoshub.project.yaml.Origin;
import io.atmoshub.stacks.StackException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Renders Go templates as a project has them.
public final class Templates {
    private final ParsedTemplates parsed;
    private final Functions functions = TemplateFunctions.ALL;
    private final Reach reach;

    public Templates(Project project, ParsedTemplates parsed) {
        this.parsed = parsed;
        this.reach = new ProjectReach(project, project.templates());
    }

    /// The name of a stack or workspace: what is missing shows in it.
    public String name(String template, Map<String, @Nullable Object> data) {
        return render("name_template", template, data, Options.DEFAULT, Functions.NONE);
    }

    /// @param strict whether a missing key is an error
    public String render(String name, String text, Map<String, @Nullable Object> data, boolean strict) {
        MissingKey missing = strict ? MissingKey.ERROR : MissingKey.DEFAULT;
        return render(name, text, data, Options.DEFAULT.withMissingKey(missing), Functions.NONE);
    }

    /// @param more functions besides those of Sprig and Gomplate
    /// @throws StackException with the template's own place as origin
    String render(String name, String text, @Nullable Object data, Options options, Functions more) {
        try {
            return parsed.parsed(name, text, options).execute(data, functions.with(more), reach, Limits.DEFAULT);
        } catch (TemplateException e) {
            throw failed(e);
        }
    }

    private static StackException failed(TemplateException e) {
        String hint =
                switch (e.reason()) {
                    case SYNTAX -> "Look at the braces and names in the template.";
                    case UNKNOWN_FUNCTION -> "Go's own functions, Sprig's and Gomplate's can be used.";
                    case FAILED -> "Look at the values it uses.";
                    case NOT_REACHABLE -> "Nothing in a project can widen what reading it may reach.";
                    case LIMIT -> "Look for a loop that never ends.";
                };
        return new StackException(
                new Origin(e.templateName(), e.line(), e.column()), "The template fails: " + e.problem(), hint, e);
    }

    /// Whether it failed for something that reading this project may not reach.
    static boolean isRefused(StackException failure) {
        return failure.getCause() instanceof TemplateException e
                && e.reason() == TemplateException.Reason.NOT_REACHABLE;
    }

    /// Whether the text is no template by itself.
    static boolean isSyntax(StackException failure) {
        return failure.getCause() instanceof TemplateException e && e.reason() == TemplateException.Reason.SYNTAX;
    }

    static Options options(TemplatesConfig config) {
        return config.delimiters().size() == 2
                ? Options.DEFAULT.withDelimiters(
                        config.delimiters().getFirst(), config.delimiters().getLast())
                : Options.DEFAULT;
    }
}
