/// The mirror of tools, at home in this server: its settings, its door, and what it tells the audit log.
@NullMarked
package io.atmoshub.server.mirror;

import org.jspecify.annotations.NullMarked;
