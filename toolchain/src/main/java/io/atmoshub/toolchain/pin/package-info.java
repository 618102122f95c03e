/// What is wanted: the versions files up the folder tree, and how they are edited.
@NullMarked
package io.atmoshub.toolchain.pin;

import org.jspecify.annotations.NullMarked;
