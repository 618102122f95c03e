package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.ToolchainException;
import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Lets this process become another program, as `exec` of a shell does. What Java changed in the process is put right
/// first: it blocks a signal, and keeps a file of its own open.
@SuppressWarnings("restricted") // calling the system is what it is for; the launcher allows it
final class Become {
    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final int SET_FD = 2;
    private static final int CLOSE_ON_EXEC = 1;
    private static final long SIGNAL_SET = 128;

    private Become() {}

    /// Only comes back where processes can't be replaced: with the exit code.
    static int program(Path program, List<String> arguments, Terminal terminal) {
        boolean linux = System.getProperty("os.name", "").equals("Linux");
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        if (!linux && !mac) {
            return asChild(program, arguments);
        }
        terminal.out().text("");
        terminal.err().text("");
        try (Arena memory = Arena.ofConfined()) {
            Linker linker = Linker.nativeLinker();
            unblockSignals(linker, memory, linux ? 2 : 3);
            if (linux) {
                closeOwnFiles(linker);
            }
            var words = new ArrayList<String>();
            words.add(program.toString());
            words.addAll(arguments);
            MethodHandle execve = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("execve"),
                    FunctionDescriptor.of(INT, POINTER, POINTER, POINTER),
                    Linker.Option.captureCallState("errno"));
            StructLayout state = Linker.Option.captureStateLayout();
            VarHandle errno = state.varHandle(MemoryLayout.PathElement.groupElement("errno"));
            MemorySegment captured = memory.allocate(state);
            int result = (int) execve.invokeExact(
                    captured,
                    memory.allocateFrom(program.toString(), charset()),
                    strings(memory, words),
                    environment(linker, linux));
            throw new ToolchainException(
                    "%s can't be run (execve %d, error %d).".formatted(program, result, (int) errno.get(captured, 0L)),
                    "Is it made for this machine? Install it again: atmos toolchain install --reinstall");
        } catch (ToolchainException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("calling the system", e);
        }
    }

    /// Leaves it to the shell that started us.
    static int toldTo(Path shell, Path program, List<String> arguments) {
        try {
            Files.write(shell, "%d\n%s\n".formatted(arguments.size(), program).getBytes(charset()));
            return 0;
        } catch (IOException e) {
            throw new ToolchainException("%s can't be written.".formatted(shell), "Call atmos as it is installed.", e);
        }
    }

    private static java.nio.charset.Charset charset() {
        String name = System.getProperty("sun.jnu.encoding", "UTF-8");
        return java.nio.charset.Charset.isSupported(name)
                ? java.nio.charset.Charset.forName(name)
                : StandardCharsets.UTF_8;
    }

    /// As it came in: what Java makes of it may have lost letters.
    private static MemorySegment environment(Linker linker, boolean linux) throws Throwable {
        if (linux) {
            return linker.defaultLookup()
                    .findOrThrow("environ")
                    .reinterpret(POINTER.byteSize())
                    .get(POINTER, 0);
        }
        MethodHandle ask = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("_NSGetEnviron"), FunctionDescriptor.of(POINTER));
        MemorySegment where = (MemorySegment) ask.invokeExact();
        return where.reinterpret(POINTER.byteSize()).get(POINTER, 0);
    }

    /// Java keeps the signal of Ctrl-\ for itself.
    private static void unblockSignals(Linker linker, Arena memory, int set) throws Throwable {
        MethodHandle mask = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("pthread_sigmask"),
                FunctionDescriptor.of(INT, INT, POINTER, POINTER));
        int ignored = (int) mask.invokeExact(set, memory.allocate(SIGNAL_SET), MemorySegment.NULL);
    }

    /// Those of the Java runtime. Others were given to us on purpose, for the tool.
    private static void closeOwnFiles(Linker linker) throws Throwable {
        MethodHandle control = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("fcntl"),
                FunctionDescriptor.of(INT, INT, INT, INT),
                Linker.Option.firstVariadicArg(2));
        Path java = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            for (Path file : (Iterable<Path>) open::iterator) {
                int number = Integer.parseInt(file.getFileName().toString());
                if (number > 2 && own(file, java)) {
                    int ignored = (int) control.invokeExact(number, SET_FD, CLOSE_ON_EXEC);
                }
            }
        } catch (IOException e) {
            // No /proc: then it stays open, which does no harm.
            return;
        }
    }

    private static boolean own(Path file, Path java) {
        try {
            Path target = Files.readSymbolicLink(file);
            return target.startsWith(java) || target.toString().endsWith(".jar");
        } catch (IOException e) {
            return false;
        }
    }

    private static MemorySegment strings(Arena memory, List<String> words) {
        MemorySegment all = memory.allocate(POINTER, words.size() + 1L);
        for (int i = 0; i < words.size(); i++) {
            all.setAtIndex(POINTER, i, memory.allocateFrom(words.get(i), charset()));
        }
        all.setAtIndex(POINTER, words.size(), MemorySegment.NULL);
        return all;
    }

    private static int asChild(Path program, List<String> arguments) {
        var words = new ArrayList<String>();
        words.add(program.toString());
        words.addAll(arguments);
        try {
            return new ProcessBuilder(words).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new ToolchainException(
                    "%s can't be run: %s".formatted(program, e.getMessage()), "Is it made for this machine?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }
}
