/// Which tools may be taken from the mirror: rules as they are written, and what they say about a version.
@NullMarked
package io.atmoshub.mirror.policy;

import org.jspecify.annotations.NullMarked;
