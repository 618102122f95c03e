/// `atmos hub mirror`: what the hub mirrors, and what admins decide about it.
@NullMarked
package io.atmoshub.cli.mirror;

import org.jspecify.annotations.NullMarked;
