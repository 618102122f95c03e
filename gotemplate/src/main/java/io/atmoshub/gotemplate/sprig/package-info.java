/// The functions of Sprig 3 that need nothing but Java.
@NullMarked
package io.atmoshub.gotemplate.sprig;

import org.jspecify.annotations.NullMarked;
