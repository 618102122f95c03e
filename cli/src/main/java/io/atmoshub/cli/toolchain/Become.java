package io.atmoshub.cli.toolchain;

import io.atmoshub.cli.terminal.Terminal;
import io.atmoshub.toolchain.ToolchainException;
import java.io.File;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Lets this process become another program, as `exec` of a shell does. What Java changed in the process is put right
/// first: it blocks a signal, and keeps a file of its own open.
@SuppressWarnings("restricted") // calling the system is what it is for; the launcher allows it
public final class Become {
    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final int SET_FD = 2;
    private static final int CLOSE_ON_EXEC = 1;
    private static final long SIGNAL_SET = 128;

    private Become() {}

    /// Changes to the environment: folders in front of the PATH, and variables.
    public record Changes(List<Path> inFront, Map<String, String> variables) {
        static final Changes NONE = new Changes(List.of(), Map.of());

        public Changes {
            inFront = List.copyOf(inFront);
            variables = Map.copyOf(variables);
        }

        String front() {
            return String.join(
                    File.pathSeparator, inFront.stream().map(Path::toString).toList());
        }

        /// Made to an environment as Java knows it.
        public Map<String, String> to(Map<String, String> environment) {
            var changed = new HashMap<>(environment);
            changed.putAll(variables);
            String path = environment.getOrDefault("PATH", "");
            if (!inFront.isEmpty() && !path.equals(front()) && !path.startsWith(front() + File.pathSeparator)) {
                changed.put("PATH", path.isEmpty() ? front() : front() + File.pathSeparator + path);
            }
            return changed;
        }
    }

    static int program(Path program, List<String> arguments, Terminal terminal) {
        return program(program, arguments, Changes.NONE, terminal);
    }

    /// Only comes back where processes can't be replaced: with the exit code.
    public static int program(Path program, List<String> arguments, Changes changes, Terminal terminal) {
        boolean linux = System.getProperty("os.name", "").equals("Linux");
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        if (!linux && !mac) {
            return asChild(program, arguments, changes);
        }
        terminal.out().text("");
        terminal.err().text("");
        try (Arena memory = Arena.ofConfined()) {
            Linker linker = Linker.nativeLinker();
            unblockSignals(linker, memory, linux ? 2 : 3);
            if (linux) {
                closeOwnFiles(linker);
            }
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
                    strings(memory, words(program, arguments, linux)),
                    new NativeEnvironment(own(linker, linux), memory, charset()).with(changes));
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

    /// As they came in, if they are the end of our own: what Java makes of them may have lost letters.
    private static List<byte[]> words(Path program, List<String> arguments, boolean linux) {
        var words = new ArrayList<byte[]>();
        words.add(program.toString().getBytes(charset()));
        List<byte[]> given = linux ? given() : List.of();
        int first = given.size() - arguments.size();
        for (int i = 0; i < arguments.size(); i++) {
            byte[] own = first + i >= 0 ? given.get(first + i) : null;
            words.add(
                    own != null && same(own, arguments.get(i))
                            ? own
                            : arguments.get(i).getBytes(charset()));
        }
        return words;
    }

    private static List<byte[]> given() {
        var given = new ArrayList<byte[]>();
        try {
            byte[] line = Files.readAllBytes(Path.of("/proc/self/cmdline"));
            for (int start = 0, i = 0; i < line.length; i++) {
                if (line[i] == 0) {
                    given.add(Arrays.copyOfRange(line, start, i));
                    start = i + 1;
                }
            }
        } catch (IOException e) {
            given.clear();
        }
        return given;
    }

    /// What is no letter to Java is a question mark to it, one way or the other.
    private static boolean same(byte[] own, String argument) {
        return new String(own, charset()).replace('\uFFFD', '?').equals(argument.replace('\uFFFD', '?'));
    }

    /// As it came in: what Java makes of it may have lost letters.
    private static MemorySegment own(Linker linker, boolean linux) throws Throwable {
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

    private static MemorySegment strings(Arena memory, List<byte[]> words) {
        MemorySegment all = memory.allocate(POINTER, words.size() + 1L);
        for (int i = 0; i < words.size(); i++) {
            all.setAtIndex(POINTER, i, NativeEnvironment.string(memory, words.get(i)));
        }
        all.setAtIndex(POINTER, words.size(), MemorySegment.NULL);
        return all;
    }

    private static int asChild(Path program, List<String> arguments, Changes changes) {
        var words = new ArrayList<String>();
        words.add(program.toString());
        words.addAll(arguments);
        try {
            ProcessBuilder builder = new ProcessBuilder(words).inheritIO();
            builder.environment().putAll(changes.to(builder.environment()));
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new ToolchainException(
                    "%s can't be run: %s".formatted(program, e.getMessage()), "Is it made for this machine?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }
}
