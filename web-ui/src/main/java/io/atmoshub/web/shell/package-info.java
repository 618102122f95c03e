/// What surrounds every page: rail, palette, theme, words, and who may enter.
@NullMarked
package io.atmoshub.web.shell;

import org.jspecify.annotations.NullMarked;
