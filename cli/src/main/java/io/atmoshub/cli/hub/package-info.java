/// atmos hub: which hub, as whom, and whether its audit log holds.
@NullMarked
package io.atmoshub.cli.hub;

import org.jspecify.annotations.NullMarked;
