/// The assistant that answers when no model is configured: by rules, from the project's files.
@NullMarked
package io.atmoshub.assistant.builtin;

import org.jspecify.annotations.NullMarked;
