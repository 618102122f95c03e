/// Which versions a tool has: releases and tags on GitHub, crates, Go modules.
@NullMarked
package io.atmoshub.toolchain.release;

import org.jspecify.annotations.NullMarked;
