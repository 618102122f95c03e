/// Stacks: what is where, what each value is, and who set it.
@NullMarked
package io.atmoshub.web.stack;

import org.jspecify.annotations.NullMarked;
