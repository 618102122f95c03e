/// The tables of the hub: the migrations that make them, and what the server may do with them.
@NullMarked
package io.atmoshub.server.schema;

import org.jspecify.annotations.NullMarked;
