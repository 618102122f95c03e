/// atmos ai: asking the assistant, and the sessions that come of it.
@NullMarked
package io.atmoshub.cli.ai;

import org.jspecify.annotations.NullMarked;
