/// How one piece of YAML is laid over another.
@NullMarked
package io.atmoshub.stacks.merge;

import org.jspecify.annotations.NullMarked;
