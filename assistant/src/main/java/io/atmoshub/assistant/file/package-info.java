/// A project's folder as untrusted input, and a session's own copy of it.
@NullMarked
package io.atmoshub.assistant.file;

import org.jspecify.annotations.NullMarked;
