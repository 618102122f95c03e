/// A person's own access tokens.
@NullMarked
package io.atmoshub.web.token;

import org.jspecify.annotations.NullMarked;
