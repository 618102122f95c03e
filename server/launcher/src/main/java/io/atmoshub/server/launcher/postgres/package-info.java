/// PostgreSQL as a child of the launcher: unpacked, initialised, started, stopped, and picked up again after any death.
@NullMarked
package io.atmoshub.server.launcher.postgres;

import org.jspecify.annotations.NullMarked;
