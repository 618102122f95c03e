package io.atmoshub.assistant.tool.stack;

import static io.atmoshub.assistant.tool.Parameter.Type.INTEGER;
import static io.atmoshub.assistant.tool.Parameter.Type.STRING;

import io.atmoshub.assistant.tool.Parameter;
import io.atmoshub.assistant.tool.Tool;
import io.atmoshub.project.Limits;
import io.atmoshub.stacks.live.WarmProjects;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// The tools for stacks.
public final class StackTools {
    private static final Parameter SKIP =
            Parameter.optional("skip", INTEGER, "How many to leave out at the beginning.");
    private static final Parameter STACK = Parameter.required("stack", STRING, "The name of a stack.");
    private static final Parameter COMPONENT = Parameter.required("component", STRING, "The name of a component.");

    private StackTools() {}

    /// For what others wrote: the project's folder only, no environment, no processes.
    public static List<Tool> inServer() {
        return under(folder -> Limits.server(folder, Set.of()));
    }

    /// @param limits under which the project in a folder is read
    public static List<Tool> under(Function<Path, Limits> limits) {
        return of(new WarmProjects(limits));
    }

    /// @param projects where stacks are kept warm, perhaps for others too
    public static List<Tool> of(WarmProjects projects) {
        return List.of(
                new StackTool(
                        projects,
                        "atmos_list_stacks",
                        "List the stacks",
                        "Lists the project's stacks by name, with how many components each has.",
                        List.of(Parameter.optional("component", STRING, "Only stacks that have this component."), SKIP),
                        Listings::stacks),
                new StackTool(
                        projects,
                        "atmos_list_components",
                        "List the components",
                        "Lists components: of a stack, or all of them with the stacks they are in.",
                        List.of(Parameter.optional("stack", STRING, "The name of a stack. Default: all."), SKIP),
                        Listings::components),
                new StackTool(
                        projects,
                        "atmos_describe_component",
                        "Describe a component:",
                        "Shows a component in a stack as Atmos sees it: all values merged, templates and functions worked out.",
                        List.of(
                                COMPONENT,
                                STACK,
                                Parameter.optional(
                                        "path", STRING, "Only the value there, such as vars or settings.depends_on.")),
                        Descriptions::component),
                new StackTool(
                        projects,
                        "atmos_describe_stacks",
                        "Describe stacks",
                        "Shows components of several stacks with their merged values, a few at a time.",
                        List.of(
                                Parameter.optional("stack", STRING, "Only this stack."),
                                Parameter.optional("component", STRING, "Only this component."),
                                Parameter.optional(
                                        "sections", STRING, "Sections to show, such as \"vars, env\". Default: vars."),
                                SKIP),
                        Descriptions::stacks),
                new StackTool(
                        projects,
                        "atmos_describe_dependents",
                        "Describe dependents:",
                        "Lists what depends on a component: components that name it as a dependency.",
                        List.of(COMPONENT, Parameter.optional("stack", STRING, "Only as it is in this stack."), SKIP),
                        Dependents::of),
                new StackTool(
                        projects,
                        "atmos_list_workflows",
                        "List the workflows",
                        "Lists the project's workflows with their files and descriptions.",
                        List.of(SKIP),
                        Workflows::list),
                new StackTool(
                        projects,
                        "atmos_describe_workflows",
                        "Describe a workflow:",
                        "Shows a workflow with its steps.",
                        List.of(
                                Parameter.required("workflow", STRING, "The name of a workflow."),
                                Parameter.optional("file", STRING, "The file it is in, if several have one.")),
                        Workflows::describe),
                new StackTool(
                        projects,
                        "atmos_validate_stacks",
                        "Check the stacks",
                        "Checks all stacks: YAML, imports, inheritance, components that contradict each other.",
                        List.of(SKIP),
                        Validation::of),
                new StackTool(
                        projects,
                        "atmos_explain_value",
                        "Explain a value:",
                        "Shows why a value is what it is: every place that sets it, with file and line, and which one won.",
                        List.of(
                                Parameter.required(
                                        "path", STRING, "The value, such as vars.tags.team, or just its name."),
                                STACK,
                                Parameter.optional("component", STRING, "The component. Default: all of the stack.")),
                        Why::of));
    }
}
