/// What there is, in rows.
@NullMarked
package io.atmoshub.cli.list;

import org.jspecify.annotations.NullMarked;
