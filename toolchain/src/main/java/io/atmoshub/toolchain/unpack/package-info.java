/// Archives, taken out so that nothing in them gets anywhere else.
@NullMarked
package io.atmoshub.toolchain.unpack;

import org.jspecify.annotations.NullMarked;
