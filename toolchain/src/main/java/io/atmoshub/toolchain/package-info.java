/// Tools: which version is wanted, where it comes from, whether it is what it says, and how it runs.
@NullMarked
package io.atmoshub.toolchain;

import org.jspecify.annotations.NullMarked;
