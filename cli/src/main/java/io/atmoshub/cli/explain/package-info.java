/// Why a value is what it is.
@NullMarked
package io.atmoshub.cli.explain;

import org.jspecify.annotations.NullMarked;
