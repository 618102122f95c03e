/// A whole hub in memory for tests of what stands on one, and the contracts that every hub keeps.
@NullMarked
package io.atmoshub.hub.testing;

import org.jspecify.annotations.NullMarked;
