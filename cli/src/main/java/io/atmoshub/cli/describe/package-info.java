/// What there is, in full: components, stacks, what a change touches, the configuration.
@NullMarked
package io.atmoshub.cli.describe;

import org.jspecify.annotations.NullMarked;
