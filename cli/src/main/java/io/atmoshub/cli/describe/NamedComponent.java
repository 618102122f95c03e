package io.atmoshub.cli.describe;

import io.atmoshub.stacks.Component;
import io.atmoshub.stacks.StackEngine;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The component that a command is about, as a person names it.
public final class NamedComponent {
    @Parameters(
            index = "0",
            paramLabel = "COMPONENT",
            description = "Its name, or the folder of its code, such as \".\"")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(
            names = {"-s", "--stack"},
            required = true,
            paramLabel = "STACK",
            description = "The stack it is in.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String stack;

    public String stack() {
        return stack;
    }

    /// @param folder where the person is
    public Component in(StackEngine engine, Path folder) {
        return new ComponentFinder(engine, folder).find(name, stack);
    }
}
