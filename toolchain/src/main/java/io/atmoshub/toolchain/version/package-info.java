/// Versions: how they compare, and the expressions and ranges that choose among them.
@NullMarked
package io.atmoshub.toolchain.version;

import org.jspecify.annotations.NullMarked;
