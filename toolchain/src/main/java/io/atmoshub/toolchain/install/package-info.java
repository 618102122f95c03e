/// Tools on this machine: put there whole, found, checked again, taken away.
@NullMarked
package io.atmoshub.toolchain.install;

import org.jspecify.annotations.NullMarked;
