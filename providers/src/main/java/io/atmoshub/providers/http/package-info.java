/// Requests to providers: streamed on the caller's own thread, patient within limits, closed when told to.
@NullMarked
package io.atmoshub.providers.http;

import org.jspecify.annotations.NullMarked;
