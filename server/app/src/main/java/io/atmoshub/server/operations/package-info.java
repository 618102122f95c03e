/// What the operator sees: health and metrics.
@NullMarked
package io.atmoshub.server.operations;

import org.jspecify.annotations.NullMarked;
