/// What has had its time is cleared away.
@NullMarked
package io.atmoshub.server.expiry;

import org.jspecify.annotations.NullMarked;
