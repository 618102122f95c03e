/// Files over HTTP: parts, conditions, and the system sending what is on disk.
@NullMarked
package io.atmoshub.mirror.serve;

import org.jspecify.annotations.NullMarked;
