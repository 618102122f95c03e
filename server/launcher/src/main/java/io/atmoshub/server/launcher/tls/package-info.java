/// The certificate and key that an operator brings, made into what the server reads.
@NullMarked
package io.atmoshub.server.launcher.tls;

import org.jspecify.annotations.NullMarked;
