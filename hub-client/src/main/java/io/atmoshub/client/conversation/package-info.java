/// What people do with what was said in sessions, over HTTP.
@NullMarked
package io.atmoshub.client.conversation;

import org.jspecify.annotations.NullMarked;
