/// What a command sees and shows; nothing foreign steers the terminal.
@NullMarked
package io.atmoshub.cli.terminal;

import org.jspecify.annotations.NullMarked;
