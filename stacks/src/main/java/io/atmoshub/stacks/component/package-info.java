/// Components: what every layer of a stack says of one, put together.
@NullMarked
package io.atmoshub.stacks.component;

import org.jspecify.annotations.NullMarked;
