/// People, over HTTP.
@NullMarked
package io.atmoshub.client.people;

import org.jspecify.annotations.NullMarked;
