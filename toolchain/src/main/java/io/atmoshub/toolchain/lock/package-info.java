/// The lock file: what exactly each version of each tool is, on every platform.
@NullMarked
package io.atmoshub.toolchain.lock;

import org.jspecify.annotations.NullMarked;
