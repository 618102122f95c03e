/// JSON as Go reads and writes it.
@NullMarked
package io.atmoshub.gotemplate.json;

import org.jspecify.annotations.NullMarked;
