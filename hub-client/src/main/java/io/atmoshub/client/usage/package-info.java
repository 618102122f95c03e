/// Usage, over HTTP.
@NullMarked
package io.atmoshub.client.usage;

import org.jspecify.annotations.NullMarked;
