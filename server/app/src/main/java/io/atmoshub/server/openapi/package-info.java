/// The description of the REST API, read off the resources themselves.
@NullMarked
package io.atmoshub.server.openapi;

import org.jspecify.annotations.NullMarked;
