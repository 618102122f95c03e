/// What goes on in sessions right now, told to everybody who follows them.
@NullMarked
package io.atmoshub.server.live;

import org.jspecify.annotations.NullMarked;
