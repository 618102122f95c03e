package io.atmoshub.server.database;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/// What waits for a commit. One action that fails keeps no other from running: the commit stands.
final class AfterCommit {
    private static final System.Logger LOG = System.getLogger(AfterCommit.class.getName());
    private final List<Runnable> actions = new ArrayList<>();

    void add(Runnable action) {
        actions.add(action);
    }

    void run() {
        for (Runnable action : actions) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "After a commit: " + e.getMessage(), e);
            }
        }
    }
}
