/// The models that can answer, and the providers that run them.
@NullMarked
package io.atmoshub.hub.model;

import org.jspecify.annotations.NullMarked;
