/// The stacks of projects, for everybody who sees the project.
@NullMarked
package io.atmoshub.server.stack;

import org.jspecify.annotations.NullMarked;
