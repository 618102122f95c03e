package io.atmoshub.server.launcher.child;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Ties a child to the launcher's life: when the launcher dies by `kill -9`, the kernel sends the child a signal. And
/// keeps it from the terminal: Ctrl-C reaches the launcher alone, which stops its children in their order.
/// Where `setpriv` or `setsid` can't do that (busybox), the child runs untied and the next start cleans up.
public final class Tether {
    private Tether() {}

    public static List<String> around(Signal lastSignal, List<String> command) {
        List<String> tied = command;
        for (List<String> tie :
                List.of(List.of("setpriv", "--pdeathsig", lastSignal.name(), "--"), List.of("setsid"))) {
            tied = succeeds(joined(tie, List.of("true"))) ? joined(tie, tied) : tied;
        }
        return tied;
    }

    /// Runs a short command, such as a probe of what this machine allows, and says whether it ended well.
    public static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public static List<String> joined(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
