/// What the hub mirrors: which bytes each address gave first, who vouched for them, who took them.
@NullMarked
package io.atmoshub.hub.mirror;

import org.jspecify.annotations.NullMarked;
