/// A session: a conversation as an ordered log of events that any client can follow and resume.
@NullMarked
package io.atmoshub.hub.session;

import org.jspecify.annotations.NullMarked;
