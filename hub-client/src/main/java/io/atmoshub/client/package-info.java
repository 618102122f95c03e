/// A hub somewhere else, over HTTP.
@NullMarked
package io.atmoshub.client;

import org.jspecify.annotations.NullMarked;
