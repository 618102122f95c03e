/// `atmos toolchain`: the tools that a project works with.
@NullMarked
package io.atmoshub.cli.toolchain;

import org.jspecify.annotations.NullMarked;
