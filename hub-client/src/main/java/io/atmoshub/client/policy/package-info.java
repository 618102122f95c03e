/// The policies of a hub over HTTP.
@NullMarked
package io.atmoshub.client.policy;

import org.jspecify.annotations.NullMarked;
