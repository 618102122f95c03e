/// Whether what is written can be right.
@NullMarked
package io.atmoshub.cli.validate;

import org.jspecify.annotations.NullMarked;
