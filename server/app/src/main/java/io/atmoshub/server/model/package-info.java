/// The models that can answer here: how their providers are set up, and which one a session gets.
@NullMarked
package io.atmoshub.server.model;

import org.jspecify.annotations.NullMarked;
