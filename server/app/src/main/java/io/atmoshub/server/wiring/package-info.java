/// How the parts of the server find each other.
@NullMarked
package io.atmoshub.server.wiring;

import org.jspecify.annotations.NullMarked;
