/// Personal access tokens.
@NullMarked
package io.atmoshub.server.token;

import org.jspecify.annotations.NullMarked;
