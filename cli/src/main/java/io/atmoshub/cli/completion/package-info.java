/// atmos completion: what shells need to complete commands.
@NullMarked
package io.atmoshub.cli.completion;

import org.jspecify.annotations.NullMarked;
