/// Tokens, over HTTP.
@NullMarked
package io.atmoshub.client.token;

import org.jspecify.annotations.NullMarked;
