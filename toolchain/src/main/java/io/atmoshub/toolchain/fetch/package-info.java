/// The one door to the network, and the cache of what came through it.
@NullMarked
package io.atmoshub.toolchain.fetch;

import org.jspecify.annotations.NullMarked;
