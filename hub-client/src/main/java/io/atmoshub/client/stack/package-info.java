/// Stacks, over HTTP.
@NullMarked
package io.atmoshub.client.stack;

import org.jspecify.annotations.NullMarked;
