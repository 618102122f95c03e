package io.atmoshub.assistant.builtin;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a tool for stacks says to a question. Where it can't answer and has nothing to suggest, it may have been a
/// question of another kind.
///
/// @param title before the answer, in words
/// @param otherwise that other kind
record AboutStacks(String tool, Map<String, Object> arguments, String title, Reply otherwise) implements Reply {
    private static final int LONGEST = 300;
    private static final String NAME = "[`\"']?([\\w./-]+?)[`\"']?";
    private static final String STACK = "(?:the |stack )*" + NAME + "(?: stack)?[?.!]*$";

    private static final Pattern DESCRIBES =
            find("^(?:please )?(?:describe|show|explain|what is)(?: me)? (?:the )?(?:component )?" + NAME
                    + "(?: component)? (?:in|of|for) " + STACK);
    private static final Pattern WHY =
            find("^(?:please )?(?:why (?:is|does|has)|explain why|who sets|what sets|where does) "
                    + "(?:the )?(?:value )?(?:of )?" + NAME
                    + "(?: (?!in |of |for |on )[^ ]+)*?(?: (?:of|for|on) (?:the )?(?:component )?" + NAME
                    + "(?: component)?)?(?: (?!in )[^ ]+)*? in " + STACK);
    private static final Pattern DEPENDS =
            find("^(?:please )?(?:what|who|which \\w+) depends? on (?:the )?(?:component )?" + NAME
                    + "(?: component)?(?: in " + STACK + "|[?.!]*$)");
    private static final Pattern LISTS_COMPONENTS = find(
            "^(?:please )?(?:which|what|list|show)(?: me| are| all| the)* components (?:are |does )?(?:there )?(?:in|of) "
                    + STACK);
    private static final Pattern WORKFLOWS =
            find("^(?:please )?(?:which|what|list|show)(?: me| are| all| the)* workflows\\b|^workflows\\??$");
    private static final Pattern WORKFLOW = find(
            "^(?:please )?(?:describe|show|explain|what does)(?: me)? (?:the )?workflow " + NAME + "(?: do)?[?.!]*$");
    private static final Pattern VALIDATES = find(
            "^(?:please )?(?:validate|check)(?: all| the)* stacks\\b|\\bare (?:all |the )*stacks (?:valid|ok|fine|correct)\\b");

    /// A question that the tools for stacks answer.
    static Optional<Reply> of(String line, Reply otherwise) {
        return line.length() > LONGEST
                ? Optional.empty()
                : recognised(line)
                        .map(found -> new AboutStacks(found.tool(), found.arguments(), found.title(), otherwise));
    }

    private record Recognised(String tool, Map<String, Object> arguments, String title) {}

    private static Optional<Recognised> recognised(String line) {
        Matcher why = WHY.matcher(line);
        if (why.find()) {
            Map<String, Object> arguments = new HashMap<>(Map.of("path", why.group(1), "stack", why.group(3)));
            Optional.ofNullable(why.group(2)).ifPresent(component -> arguments.put("component", component));
            return tool("atmos_explain_value", arguments, "Who sets `%s`, the strongest last:".formatted(why.group(1)));
        }
        Matcher depends = DEPENDS.matcher(line);
        if (depends.find()) {
            Map<String, Object> arguments = new HashMap<>(Map.of("component", depends.group(1)));
            Optional.ofNullable(depends.group(2)).ifPresent(stack -> arguments.put("stack", stack));
            return tool("atmos_describe_dependents", arguments, "What depends on `%s`:".formatted(depends.group(1)));
        }
        Matcher workflow = WORKFLOW.matcher(line);
        if (workflow.find()) {
            return tool(
                    "atmos_describe_workflows",
                    Map.of("workflow", workflow.group(1)),
                    "The workflow `%s`:".formatted(workflow.group(1)));
        }
        if (WORKFLOWS.matcher(line).find()) {
            return tool("atmos_list_workflows", Map.of(), "The workflows:");
        }
        if (VALIDATES.matcher(line).find()) {
            return tool("atmos_validate_stacks", Map.of(), "What checking the stacks says:");
        }
        Matcher components = LISTS_COMPONENTS.matcher(line);
        if (components.find()) {
            return tool(
                    "atmos_list_components",
                    Map.of("stack", components.group(1)),
                    "The components of `%s`:".formatted(components.group(1)));
        }
        Matcher describes = DESCRIBES.matcher(line);
        if (describes.find()
                && !describes.group(2).toLowerCase(Locale.ROOT).matches("project|repo|repository|folder")) {
            return tool(
                    "atmos_describe_component",
                    Map.of("component", describes.group(1), "stack", describes.group(2)),
                    "`%s` in `%s`, as it is when everything is merged:"
                            .formatted(describes.group(1), describes.group(2)));
        }
        return Optional.empty();
    }

    private static Optional<Recognised> tool(String tool, Map<String, Object> arguments, String title) {
        return Optional.of(new Recognised(tool, arguments, title));
    }

    /// The stacks by name.
    static Reply list(Reply otherwise) {
        return new AboutStacks("atmos_list_stacks", Map.of(), "The stacks:", otherwise);
    }

    private static Pattern find(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    @Override
    public Optional<String> reply(Looks looks) {
        return looks.call(tool, arguments).flatMap(seen -> {
            if (!seen.ok()) {
                return seen.output().contains("Did you mean")
                        ? Optional.of("I can't tell. " + seen.output().strip())
                        : otherwise.reply(looks);
            }
            return Optional.of(title + "\n\n" + shown(seen.output()));
        });
    }

    /// Notes stand before a fence, YAML and lists in one.
    private static String shown(String output) {
        List<String> lines = output.lines().toList();
        List<String> notes =
                lines.stream().takeWhile(line -> line.startsWith("Note: ")).toList();
        List<String> rest = lines.subList(notes.size(), lines.size());
        int cut = rest.indexOf("---");
        String head = String.join("\n", notes) + (notes.isEmpty() ? "" : "\n\n");
        return cut < 0
                ? head + Markdown.fence("text", rest)
                : head
                        + Markdown.fence("text", rest.subList(0, cut))
                        + "\n"
                        + Markdown.fence("yaml", rest.subList(cut + 1, rest.size()));
    }
}
