/// The atmos command.
@NullMarked
package io.atmoshub.cli;

import org.jspecify.annotations.NullMarked;
