/// A conversation without a hub: the same assistant, on a local folder, with its log in memory.
@NullMarked
package io.atmoshub.assistant.local;

import org.jspecify.annotations.NullMarked;
