/// The caller's own account.
@NullMarked
package io.atmoshub.server.account;

import org.jspecify.annotations.NullMarked;
