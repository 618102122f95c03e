/// What people do with what was said in a session: take it back, judge it, go on from an earlier point.
@NullMarked
package io.atmoshub.hub.conversation;

import org.jspecify.annotations.NullMarked;
