/// What happened, who did it, and the proof that nobody changed the record.
@NullMarked
package io.atmoshub.server.audit;

import org.jspecify.annotations.NullMarked;
