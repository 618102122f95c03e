/// What the assistant can do: tools with typed parameters, and results that are cut to a budget.
@NullMarked
package io.atmoshub.assistant.tool;

import org.jspecify.annotations.NullMarked;
