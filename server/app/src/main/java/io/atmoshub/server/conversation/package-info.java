/// What people do with what was said in sessions: take it back, judge it, branch off from an earlier point.
@NullMarked
package io.atmoshub.server.conversation;

import org.jspecify.annotations.NullMarked;
