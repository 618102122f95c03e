/// Pages for what went wrong, each with what to do next.
@NullMarked
package io.atmoshub.web.problem;

import org.jspecify.annotations.NullMarked;
