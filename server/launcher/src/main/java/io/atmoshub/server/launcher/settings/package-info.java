/// What an operator may set, read from the environment or a file and checked before anything starts.
@NullMarked
package io.atmoshub.server.launcher.settings;

import org.jspecify.annotations.NullMarked;
