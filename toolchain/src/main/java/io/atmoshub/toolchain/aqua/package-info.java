/// The Aqua registry format: what a package says of itself, and what that means for one version and platform.
@NullMarked
package io.atmoshub.toolchain.aqua;

import org.jspecify.annotations.NullMarked;
