/// A person's own account: the password.
@NullMarked
package io.atmoshub.web.account;

import org.jspecify.annotations.NullMarked;
