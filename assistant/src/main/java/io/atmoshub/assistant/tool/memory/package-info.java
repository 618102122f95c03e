/// The tool that proposes changes of the project memory.
@NullMarked
package io.atmoshub.assistant.tool.memory;

import org.jspecify.annotations.NullMarked;
