/// Stacks kept warm for those who ask again and again: [LiveStacks][io.atmoshub.stacks.live.LiveStacks].
@NullMarked
package io.atmoshub.stacks.live;

import org.jspecify.annotations.NullMarked;
