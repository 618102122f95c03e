/// Sessions, over HTTP, and following them live.
@NullMarked
package io.atmoshub.client.session;

import org.jspecify.annotations.NullMarked;
