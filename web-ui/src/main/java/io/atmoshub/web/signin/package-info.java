/// How people come in: sign-in, and the page behind an invitation link.
@NullMarked
package io.atmoshub.web.signin;

import org.jspecify.annotations.NullMarked;
