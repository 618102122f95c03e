/// The tools for stacks: list, describe, explain, check. They only read, and only what the caller's limits allow.
@NullMarked
package io.atmoshub.assistant.tool.stack;

import org.jspecify.annotations.NullMarked;
