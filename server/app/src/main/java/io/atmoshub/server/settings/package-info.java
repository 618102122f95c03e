/// What the operator decided.
@NullMarked
package io.atmoshub.server.settings;

import org.jspecify.annotations.NullMarked;
