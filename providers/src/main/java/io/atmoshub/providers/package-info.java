/// The model providers behind the assistant's port: one model for each, with its own settings.
@NullMarked
package io.atmoshub.providers;

import org.jspecify.annotations.NullMarked;
