/// The front door: what is not a command of ours goes to Atmos itself.
@NullMarked
package io.atmoshub.cli.door;

import org.jspecify.annotations.NullMarked;
