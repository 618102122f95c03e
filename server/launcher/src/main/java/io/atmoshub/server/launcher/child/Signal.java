package io.atmoshub.server.launcher.child;

import java.io.IOException;

/// A signal of the operating system. Java itself can only send TERM and KILL.
public enum Signal {
    INT,
    TERM,
    QUIT,
    KILL;

    /// Nothing happens when the process is gone already.
    public void sendTo(long pid) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -s \"$1\" \"$2\"", "sh", name(), Long.toString(pid))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            ProcessHandle.of(pid).ifPresent(this::sendFromJava);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendFromJava(ProcessHandle process) {
        if (this == KILL) {
            process.destroyForcibly();
        } else {
            process.destroy();
        }
    }
}
