/// The audit log: what happened, chained by hashes so that a change or a cut shows.
@NullMarked
package io.atmoshub.hub.audit;

import org.jspecify.annotations.NullMarked;
