/// The person who is signed in: who they are and their password.
@NullMarked
package io.atmoshub.hub.account;

import org.jspecify.annotations.NullMarked;
