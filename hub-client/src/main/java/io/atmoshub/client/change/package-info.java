/// Changes of sessions, over HTTP.
@NullMarked
package io.atmoshub.client.change;

import org.jspecify.annotations.NullMarked;
