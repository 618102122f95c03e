/// Who acts, and what they may do right now.
@NullMarked
package io.atmoshub.server.caller;

import org.jspecify.annotations.NullMarked;
