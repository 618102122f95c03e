package io.atmoshub.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A command that only holds others: used alone it is misused. The class of one of those is only loaded when its
/// name is asked for, since looking at all takes longer than most of them run.
public abstract class Noun implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /// What its commands are called, in the order of the help.
    protected abstract List<String> names();

    /// The command that is called so, also by another name it has.
    protected abstract @Nullable Class<?> named(String name);

    final List<Class<?>> all() {
        return names().stream()
                .<Class<?>>map(name -> Objects.requireNonNull(named(name), name))
                .toList();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What is to be done? Name one of these commands.");
    }
}
