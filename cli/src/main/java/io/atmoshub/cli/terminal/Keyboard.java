package io.atmoshub.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// The keyboard of the terminal the command was started in. A key counts at once where `stty` is there,
/// else with Enter.
public final class Keyboard implements Keys {
    private static final int END_OF_INPUT = 4;

    private final InputStream in;
    private final Interrupts interrupts;

    public Keyboard(InputStream in, Interrupts interrupts) {
        this.in = in;
        this.interrupts = interrupts;
    }

    @Override
    public int next(BooleanSupplier wanted) {
        Optional<String> before = stty("-g");
        Runnable restore = () -> before.ifPresent(Keyboard::stty);
        Runnable taken = interrupts.during(restore);
        before.ifPresent(settings -> stty("-icanon", "-echo", "min", "1"));
        try {
            while (wanted.getAsBoolean()) {
                if (in.available() > 0) {
                    int key = in.read();
                    return key == END_OF_INPUT ? NONE : key;
                }
                LockSupport.parkNanos(Duration.ofMillis(40).toNanos());
            }
            return NONE;
        } catch (IOException e) {
            return NONE;
        } finally {
            taken.run();
            restore.run();
        }
    }

    private static Optional<String> stty(String... arguments) {
        try {
            var command = new java.util.ArrayList<String>();
            command.add("stty");
            command.addAll(java.util.List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/tty"))
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(2, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(answer)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
