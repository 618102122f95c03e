/// Personal access tokens: scoped, expiring, shown once.
@NullMarked
package io.atmoshub.hub.token;

import org.jspecify.annotations.NullMarked;
