/// What models used.
@NullMarked
package io.atmoshub.web.usage;

import org.jspecify.annotations.NullMarked;
