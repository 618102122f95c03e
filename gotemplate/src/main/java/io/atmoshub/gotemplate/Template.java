package io.atmoshub.gotemplate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A parsed template: immutable, to be executed any number of times and by many threads at once.
public final class Template {

    private final Source source;
    private final Definition main;
    private final Map<String, Definition> definitions;
    private final List<Names.Use> functionNames;

    Template(Source source, Definition main, Map<String, Definition> definitions, List<Names.Use> functionNames) {
        this.source = source;
        this.main = main;
        this.definitions = definitions;
        this.functionNames = functionNames;
    }

    /// @param name what messages call it, usually the file's path
    /// @throws TemplateException when the text isn't a template
    public static Template parse(String name, String text, Options options) {
        var source = new Source(name, text, options);
        if (!hasActions(text, options)) {
            List<Statement> body = text.isEmpty() ? List.of() : List.of(new Statement.Text(text));
            return new Template(source, new Definition(body, 1), Map.of(), List.of());
        }
        return Parser.parse(source);
    }

    /// Whether there is anything in the text to execute. Without, it is its own result.
    public static boolean hasActions(String text, Options options) {
        return text.contains(options.open());
    }

    /// The template's output for this data.
    ///
    /// @param functions what it may call besides Go's own functions
    /// @param reach what it may learn of the world
    /// @throws TemplateException when it can't be executed, or not within the limits
    public String execute(@Nullable Object data, Functions functions, Reach reach, Limits limits) {
        if (main.body().size() == 1
                && main.body().getFirst() instanceof Statement.Text(var text)
                && text.length() <= limits.output()) {
            return text;
        }
        var run = new Run(this, functions, resolve(functions), reach, new Budget(limits));
        try {
            run.include(main, data);
            return run.out().toString();
        } catch (FunctionException | LimitReached | NotReachable e) {
            throw failed(reason(e), run, String.valueOf(e.getMessage()), e);
        } catch (StackOverflowError e) {
            throw failed(TemplateException.Reason.LIMIT, run, "this is nested too deep.", e);
        }
    }

    private TemplateException failed(TemplateException.Reason reason, Run run, String problem, Throwable cause) {
        return new TemplateException(reason, Place.of(source, run.at()), problem, cause);
    }

    private static TemplateException.Reason reason(RuntimeException e) {
        if (e instanceof LimitReached) {
            return TemplateException.Reason.LIMIT;
        }
        return e instanceof NotReachable ? TemplateException.Reason.NOT_REACHABLE : TemplateException.Reason.FAILED;
    }

    /// As in Go, an unknown function is an error even where it would never be called.
    private Function[] resolve(Functions functions) {
        var resolved = new Function[functionNames.size()];
        for (int i = 0; i < resolved.length; i++) {
            var use = functionNames.get(i);
            var function = functions.find(use.name());
            if (function == null) {
                function = Builtins.find(use.name());
            }
            if (function == null) {
                throw new TemplateException(
                        TemplateException.Reason.UNKNOWN_FUNCTION,
                        Place.of(source, use.at()),
                        "there is no function \"" + use.name() + "\".",
                        null);
            }
            resolved[i] = function;
        }
        return resolved;
    }

    /// The output of this template inside the execution of another, within what is left of its limits.
    String executeWithin(Run outer, @Nullable Object data) {
        var run = new Run(this, outer.functions(), resolve(outer.functions()), outer.reach(), outer.budget());
        try {
            run.include(main, data);
            return run.out().toString();
        } catch (FunctionException e) {
            throw new FunctionException(Place.of(source, run.at()).describe(String.valueOf(e.getMessage())));
        }
    }

    /// The names of the templates defined in this one.
    public Set<String> definedNames() {
        return definitions.keySet();
    }

    @Nullable
    Definition definition(String name) {
        var found = definitions.get(name);
        return found == null && name.equals(source.name()) ? main : found;
    }

    Source source() {
        return source;
    }
}
