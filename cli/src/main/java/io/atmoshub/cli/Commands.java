package io.atmoshub.cli;

import io.atmoshub.cli.terminal.Terminal;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/// Makes commands: those that take a {@link Terminal}, or the {@link GlobalOptions} too, get those they are run with.
record Commands(Terminal terminal, GlobalOptions options) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            List<Class<?>> wanted = Arrays.asList(constructor.getParameterTypes());
            boolean known = wanted.stream().allMatch(each -> each == Terminal.class || each == GlobalOptions.class);
            if (!wanted.isEmpty() && known) {
                constructor.setAccessible(true);
                Object[] given = wanted.stream()
                        .map(each -> each == Terminal.class ? terminal : options)
                        .toArray();
                return type.cast(constructor.newInstance(given));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
