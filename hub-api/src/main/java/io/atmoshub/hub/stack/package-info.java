/// The stacks of a project: what is where, what each value is, and who set it.
@NullMarked
package io.atmoshub.hub.stack;

import org.jspecify.annotations.NullMarked;
