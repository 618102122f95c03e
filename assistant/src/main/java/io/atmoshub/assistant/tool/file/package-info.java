/// The tools for a project's files: list, search, read, and write in the session's own copy.
@NullMarked
package io.atmoshub.assistant.tool.file;

import org.jspecify.annotations.NullMarked;
