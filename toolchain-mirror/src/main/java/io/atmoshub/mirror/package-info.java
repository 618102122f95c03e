/// The mirror of tools: checked once at the border, pinned for good, served at the speed of the disk.
@NullMarked
package io.atmoshub.mirror;

import org.jspecify.annotations.NullMarked;
