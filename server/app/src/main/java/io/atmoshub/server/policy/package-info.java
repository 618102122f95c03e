/// The rules about what the assistant may do, as this hub keeps them.
@NullMarked
package io.atmoshub.server.policy;

import org.jspecify.annotations.NullMarked;
