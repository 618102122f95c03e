/// What every answer tells the browser to forbid.
@NullMarked
package io.atmoshub.server.headers;

import org.jspecify.annotations.NullMarked;
