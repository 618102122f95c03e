/// Random secrets that are shown once and kept as a hash.
@NullMarked
package io.atmoshub.server.secret;

import org.jspecify.annotations.NullMarked;
