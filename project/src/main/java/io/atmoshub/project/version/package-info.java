/// Versions, and the bounds that people set for them.
@NullMarked
package io.atmoshub.project.version;

import org.jspecify.annotations.NullMarked;
