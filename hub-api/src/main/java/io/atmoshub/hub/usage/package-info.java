/// What models used: tokens, and what they cost.
@NullMarked
package io.atmoshub.hub.usage;

import org.jspecify.annotations.NullMarked;
