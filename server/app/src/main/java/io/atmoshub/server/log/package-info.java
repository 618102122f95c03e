/// The ordered log that a session is: numbered without gaps, appended under the session's lock.
@NullMarked
package io.atmoshub.server.log;

import org.jspecify.annotations.NullMarked;
