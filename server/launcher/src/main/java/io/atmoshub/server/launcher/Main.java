package io.atmoshub.server.launcher;

import io.atmoshub.server.launcher.settings.Settings;
import io.atmoshub.server.schema.DatabaseRefused;
import java.io.PrintStream;
import java.util.List;

/// The command `atmos-hub`. Exit code 0 after a stop that was asked for, 1 when the hub can't start or a part of it
/// died, 2 when the command was misused.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        switch (Arguments.parse(List.of(args))) {
            case Arguments.Help() -> out.print(Arguments.HELP);
            case Arguments.Version() -> out.println("Atmos Hub " + version());
            case Arguments.Misused(String why) -> {
                err.println(why);
                err.print(Arguments.HELP);
                System.exit(2);
            }
            case Arguments.Run(var file, boolean withParent) -> {
                if (withParent) {
                    endWithParent();
                }
                try {
                    Launch.run(Settings.from(System.getenv(), file), out);
                } catch (CannotStart | DatabaseRefused e) {
                    err.println("atmos-hub: " + e.getMessage());
                    System.exit(1);
                }
            }
        }
    }

    /// Maven ends at once when it is told to, and forgets what it runs.
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            var unused = parent.onExit().thenRun(() -> System.exit(0));
        });
    }

    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }
}
