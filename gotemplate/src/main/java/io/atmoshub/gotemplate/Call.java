package io.atmoshub.gotemplate;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A call of a function: its arguments, checked as they are asked for, and what the function may use.
public final class Call {

    private final Run run;
    private final String name;
    private final @Nullable Object[] values;

    Call(Run run, String name, @Nullable Object[] values) {
        this.run = run;
        this.name = name;
        this.values = values;
    }

    /// What the template called the function.
    public String name() {
        return name;
    }

    public int size() {
        return values.length;
    }

    /// The same call, of exactly this many arguments; anything else is an error.
    public Call of(int count) {
        return of(count, count);
    }

    public Call of(int least, int most) {
        if (values.length < least || values.length > most) {
            String wanted = least == most
                    ? least == 0 ? "no arguments" : least == 1 ? "1 argument" : least + " arguments"
                    : most == Integer.MAX_VALUE
                            ? "at least " + least + (least == 1 ? " argument" : " arguments")
                            : least + " to " + most + " arguments";
            throw fail("it takes " + wanted + ", not " + values.length + ".");
        }
        return this;
    }

    public Call atLeast(int count) {
        return of(count, Integer.MAX_VALUE);
    }

    public @Nullable Object value(int i) {
        if (i >= values.length) {
            throw fail("an argument is missing: there are only " + values.length + ".");
        }
        return values[i];
    }

    /// The last argument: what comes through the pipe.
    public @Nullable Object last() {
        return value(Math.max(values.length - 1, 0));
    }

    /// The arguments from this one on.
    public List<@Nullable Object> from(int i) {
        return Collections.unmodifiableList(Arrays.asList(values).subList(Math.min(i, values.length), values.length));
    }

    public String text(int i) {
        if (value(i) instanceof String text) {
            return text;
        }
        throw wrong(i, "a string");
    }

    /// A whole number; a decimal one without a fraction will do, since `1e3` is one.
    public long integer(int i) {
        var value = value(i);
        if (GoValue.kind(value) == GoValue.Kind.INT) {
            return GoValue.toLong(value);
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 9e18) {
            return number.longValue();
        }
        throw wrong(i, "a whole number");
    }

    /// A whole number that fits an `int`, as positions and lengths do.
    public int index(int i) {
        long value = integer(i);
        if (value > Integer.MAX_VALUE || value < Integer.MIN_VALUE) {
            throw fail("the number " + value + " is too big.");
        }
        return (int) value;
    }

    public double decimal(int i) {
        if (value(i) instanceof Number number) {
            return number.doubleValue();
        }
        throw wrong(i, "a number");
    }

    public boolean bool(int i) {
        if (value(i) instanceof Boolean bool) {
            return bool;
        }
        throw wrong(i, "true or false");
    }

    public List<?> list(int i) {
        if (value(i) instanceof List<?> list) {
            return list;
        }
        throw wrong(i, "a list");
    }

    public Map<?, ?> map(int i) {
        if (value(i) instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong(i, "a map");
    }

    private FunctionException wrong(int i, String wanted) {
        return fail("argument " + (i + 1) + " must be " + wanted + ", not " + GoValue.describe(value(i)) + ".");
    }

    /// What the template may learn of the world.
    public Reach reach() {
        return run.reach();
    }

    public Limits limits() {
        return run.budget().limits();
    }

    /// Pays for work of this many steps before it is done; functions whose work isn't proportional to their arguments
    /// have to.
    public void spend(long steps) {
        run.budget().spend(Math.max(steps, 0));
    }

    /// To be asked before a text of this length is made.
    public void willMake(long length) {
        run.budget().text(length);
    }

    /// Runs `work` one level deeper, so that values nested in themselves come to an end.
    public void nested(Runnable work) {
        run.budget().enter();
        work.run();
        run.budget().leave();
    }

    /// Whether this can be the key of a map. Lists can't, as in Go, and asking a map for one could take forever.
    public boolean isKey(@Nullable Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    /// The value as `print` writes it, with nothing as `<nil>`.
    public String printed(@Nullable Object value) {
        return Printer.text(run.budget(), value);
    }

    /// Equal all the way down, as `reflect.DeepEqual` has it.
    public boolean deepEqual(@Nullable Object a, @Nullable Object b) {
        return Compare.deepEqual(run.budget(), a, b);
    }

    /// The order of two texts, as Go has it.
    public int compare(String a, String b) {
        spend(1 + (Math.min(a.length(), b.length()) >> 6));
        return Order.TEXTS.compare(a, b);
    }

    /// Formats as Go's `fmt.Sprintf`.
    public String printf(String format, List<@Nullable Object> arguments) {
        return new Printf(run.budget(), format, arguments).format();
    }

    /// Calls another function with these arguments, as if the template had.
    public @Nullable Object call(Function function, @Nullable Object... arguments) {
        return run.call(run.at(), name, function, arguments);
    }

    /// What Go's own function of this name makes of these arguments, whatever else has its name.
    public @Nullable Object builtin(String builtin) {
        var function = Builtins.find(builtin);
        if (function == null) {
            throw fail("Go has no function \"" + builtin + "\".");
        }
        return function.call(this);
    }

    /// The output of a template defined in the same file.
    public String include(String templateName, @Nullable Object data) {
        run.enter(run.at());
        var text = run.capture(run.definition(templateName), data);
        run.leave();
        return text;
    }

    /// The output of a text as a template, with the same functions and within what is left of the limits.
    public String execute(String templateName, String text, @Nullable Object data) {
        run.enter(run.at());
        spend(text.length());
        try {
            var template =
                    Template.parse(templateName, text, run.template().source().options());
            var output = template.executeWithin(run, data);
            run.leave();
            return output;
        } catch (TemplateException e) {
            throw new FunctionException(String.valueOf(e.getMessage()));
        }
    }

    /// The failure of this call, for a reason.
    public FunctionException fail(String problem) {
        return new FunctionException(name + ": " + problem);
    }
}
