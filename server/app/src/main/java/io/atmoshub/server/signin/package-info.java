/// The ways in: password, invitation, sign-in cookie, access token.
@NullMarked
package io.atmoshub.server.signin;

import org.jspecify.annotations.NullMarked;
