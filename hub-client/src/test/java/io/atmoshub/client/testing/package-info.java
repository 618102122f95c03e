/// The hub in memory behind a small HTTP server, and contracts over HTTP.
@NullMarked
package io.atmoshub.client.testing;

import org.jspecify.annotations.NullMarked;
