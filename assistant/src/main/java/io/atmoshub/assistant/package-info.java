/// The assistant: conversations, tools and permissions, and the port that models plug into.
@NullMarked
package io.atmoshub.assistant;

import org.jspecify.annotations.NullMarked;
