/// Programs that the launcher runs and that must not outlive it.
@NullMarked
package io.atmoshub.server.launcher.child;

import org.jspecify.annotations.NullMarked;
