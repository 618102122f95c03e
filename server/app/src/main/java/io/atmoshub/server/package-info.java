/// The hub itself, as each person may see it.
@NullMarked
package io.atmoshub.server;

import org.jspecify.annotations.NullMarked;
