/// How calls and refusals travel.
@NullMarked
package io.atmoshub.client.wire;

import org.jspecify.annotations.NullMarked;
