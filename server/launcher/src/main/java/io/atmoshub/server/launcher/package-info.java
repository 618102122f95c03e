/// One command that runs a hub: PostgreSQL, the migrations, the server, and an orderly end of them all.
@NullMarked
package io.atmoshub.server.launcher;

import org.jspecify.annotations.NullMarked;
