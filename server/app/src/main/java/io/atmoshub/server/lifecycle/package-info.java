/// What starts with the server and ends with it.
@NullMarked
package io.atmoshub.server.lifecycle;

import org.jspecify.annotations.NullMarked;
