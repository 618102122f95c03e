/// The server as a child of the launcher: its folder, its command line, and whether it answers.
@NullMarked
package io.atmoshub.server.launcher.wildfly;

import org.jspecify.annotations.NullMarked;
