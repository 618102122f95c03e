/// The mirror, over HTTP.
@NullMarked
package io.atmoshub.client.mirror;

import org.jspecify.annotations.NullMarked;
