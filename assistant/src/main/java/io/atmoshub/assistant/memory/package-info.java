/// What a team wants remembered of a project: `ATMOS.md`, by sections, without losing a byte of what people wrote.
@NullMarked
package io.atmoshub.assistant.memory;

import org.jspecify.annotations.NullMarked;
