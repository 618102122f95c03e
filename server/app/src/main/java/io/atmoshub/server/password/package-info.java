/// Passwords: how they are kept, and what guessing them costs.
@NullMarked
package io.atmoshub.server.password;

import org.jspecify.annotations.NullMarked;
