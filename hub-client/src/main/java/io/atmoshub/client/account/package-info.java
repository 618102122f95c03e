/// The caller's account, over HTTP.
@NullMarked
package io.atmoshub.client.account;

import org.jspecify.annotations.NullMarked;
