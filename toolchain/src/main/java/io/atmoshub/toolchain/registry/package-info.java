/// Registries: where packages are looked up, in which order, and how that is quick.
@NullMarked
package io.atmoshub.toolchain.registry;

import org.jspecify.annotations.NullMarked;
